### إعلام الدار: ما يجب أن يعرفه الجميع ويقرؤوه.

charter-title = ما يجب أن تعرفه
charter-entry-about = الإعلام الذي يقرؤه الجميع عند قدومهم أول مرة، ومن قرأه.
charter-about = اقرأ هذا أولا من فضلك. ويمكنك سماعه بصوت عال.
charter-newer = هذا النص أحدث من الذي كان عندك. اقرأه من جديد من فضلك.
charter-no-consent = هذا يعني أنك قرأته فقط، ولا يعني أنك توافق عليه.
charter-read = قرأت هذا
charter-read-on = قرأت هذا في { $time }.
charter-not-private = هذا ليس خاصا. لا تكتب هنا إلى محاميك.

charter-admin-about = يقرأ الجميع هذا عند قدومهم أول مرة، ومن جديد بعد كل تغيير. وقبل ذلك لا تُفتح لهم صفحة أخرى، إلا تسجيل الخروج وطلب المساعدة.
charter-each-time = في السجن يُقرأ عند كل تسجيل دخول.
charter-once = لا يُسأل أحد مرتين عن النص نفسه.
charter-none = لا يُقال شيء بعد. في الأسفل نص للبداية: غيّره ليناسب دارك.
charter-version = الإصدار { $version }، من { $name }، { $time }
charter-publish = نشر
charter-publish-hint = يمكن الكتابة بصيغة Markdown. اللغة الفارغة تُترك، ولا بد من لغة الموقع. وبعد النشر يُطلب من الجميع قراءته من جديد.
charter-readers = من قرأه
charter-not-yet = ليس بعد
charter-have-read = قرؤوه
charter-nobody = لا أحد
charter-nobody-words = لا أحد في هذه القائمة.
charter-file = تنزيل كملف
