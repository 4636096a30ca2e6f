### تنزيل كل شيء.

archive-title = تنزيل كل شيء
archive-what = ما ستحصل عليه
archive-about = ملف واحد فيه كل ما صنعته هنا: منشوراتك وتعليقاتك وصورك وألبوماتك، وجهات اتصالك وإعداداتك، وأصواتك، وما فعله الموظفون بشأنك. يمكنك فتحه في أي متصفح، دون هذا الموقع ودون الإنترنت.
archive-others = ما كتبه الآخرون تحت منشوراتك موجود فيه ما دمت تراه. أما ما يخصهم وحدهم فليس فيه.
archive-not-offered = هذا البيت لا يتيح ذلك هنا. اسأل الموظفين إن احتجت أشياءك.
archive-ask-title = اطلبه
archive-again = اطلب ملفًا جديدًا
archive-ask = اصنع ملفي
archive-password-hint = حتى لا يأخذ أحد أشياءك إن تركت صفحة مفتوحة.
archive-packing = يجري إعداد ملفك
archive-packing-words = يمكنك مغادرة هذه الصفحة. سيخبرك إشعار عندما يجهز.
archive-ready = ملفك جاهز
archive-fetch = تنزيل
archive-until = يبقى هنا حتى { $day }، ثم يُحذف.
archive-open = فك ضغطه ثم افتح «index.html». احفظه حيث لا يقرؤه غيرك.
archive-failed = تعذر إعداد ملفك
archive-failed-words = لم يضع شيء مما لك. حاول مرة أخرى أو أخبر الموظفين.
archive-rule = تنزيل كل شيء
archive-rule-hint = يستطيع كل شخص أن يأخذ ملفًا فيه كل ما صنعه. ومن دون هذه العلامة يجب أن يساعده الموظفون.

archive-comments = تعليقاتي
archive-reactions = ما تفاعلت معه
archive-votes = أصواتي
archive-contacts = جهات الاتصال
archive-followed = منشورات أتابعها أو كتمتها
archive-reports = ما بلّغت عنه
archive-for = لمن
archive-poll = استطلاع
archive-pressed = التفاعلات
archive-state = الحالة
archive-held = ينتظر الموظفين
archive-removed = أزاله الموظفون
archive-album = الألبوم
archive-photos = الصور
archive-sharing = المشاركة
archive-part = الدور
archive-about-what = حول
archive-by = من
archive-why = السبب
archive-note = ملاحظة
archive-outcome = النتيجة
archive-follows = متابَع
archive-mutes = مكتوم

archive-book-title = { $name }: كل ما كان هنا
archive-book-from = من { $site }، صُنع في { $moment }.
archive-book-contents = المحتويات
archive-book-empty = لا شيء في: { $list }.
archive-book-more = ماذا أيضًا في هذا الملف
archive-book-photos = كل الصور:
archive-book-data = كل شيء كبيانات للبرامج:
archive-book-diaspora = الشيء نفسه للانتقال إلى شبكة diaspora*:
archive-book-care = في الأخير مفتاح باسمك. لا تعطه لأحد.
archive-book-pages = الصفحات
archive-book-page = الصفحة { $number } من { $count }
archive-book-back = السابق
archive-book-on = التالي

notice-archive = ملفك الذي فيه كل ما صنعته جاهز

act-archive-ask = طلب كل ما صنعه
act-archive-pack = حزم كل ما صنعه شخص
act-archive-note = دوّن كم بقي من ملف
notice-closing = أغلقت حسابك وسيُحذف
archive-group-asks = مجموعات طلبت دخولها
archive-tagged = صور وُسمت فيها
