### ما يمكن أن يقوله كل جزء من الموقع: ما تم، ولماذا تعذر شيء.

done-saved = تم الحفظ.
done-posted = تم النشر.
done-waiting = تم الإرسال. سيراجعه الموظفون قبل أن يراه غيرك.
done-removed = تمت الإزالة.
done-restored = تمت الإعادة.
done-reported = شكرًا لك. أُبلغ الموظفون.
done-made = تم الإنشاء.
done-added = تمت الإضافة.
done-password = تم تعيين كلمة المرور الجديدة.
done-signed-out = تم تسجيل الخروج.

refusal-not-found = لا يوجد شيء هنا
refusal-not-found-words = أزيلت الصفحة، أو ليست لك.
refusal-forbidden = لا يمكنك فعل هذا
refusal-forbidden-words = إذا كنت ترى أن هذا من حقك فاسأل أحد الموظفين.
refusal-invalid = تعذر استخدام هذا
refusal-invalid-words = ارجع وراجع ما كتبته.
refusal-not-ours = حاول مرة أخرى من فضلك
refusal-not-ours-words = كانت الصفحة قديمة، أو لم تأتِ من هنا. افتحها من جديد وأعد ما فعلته.
refusal-too-large = هذا كبير جدًا
refusal-too-large-words = اختر ملفات أقل أو أصغر.
refusal-slow = تمهّل قليلًا من فضلك
refusal-slow-words = انتظر قليلًا ثم حاول مرة أخرى.
refusal-slow-for = { $seconds ->
    [one] انتظر ثانية واحدة ثم حاول مرة أخرى.
    [two] انتظر ثانيتين ثم حاول مرة أخرى.
    [few] انتظر { $seconds } ثوانٍ ثم حاول مرة أخرى.
   *[other] انتظر { $seconds } ثانية ثم حاول مرة أخرى.
}
refusal-busy = الموقع مشغول الآن
refusal-busy-words = لم يضع شيء. انتظر قليلًا ثم حاول مرة أخرى.
refusal-broken = حدث خطأ
refusal-broken-words = هذا خطؤنا لا خطؤك. أعط الموظفين هذا الرقم من فضلك:
refusal-incident = { $number }
refusal-go-home = إلى الصفحة الأولى

problem-missing = املأ هذا من فضلك.
problem-too-long = الحد الأقصى لعدد الأحرف: { $limit }
problem-too-short = الحد الأدنى لعدد الأحرف: { $least }
problem-taken = هذا الاسم مأخوذ. اختر غيره.
problem-not-understood = لا يمكن استخدام هذا. اختر مرة أخرى.
problem-too-common = من السهل تخمين هذا. اختر غيره.
problem-not-the-same = الكتابتان غير متطابقتين.
problem-wrong-sign-in = الاسم وكلمة المرور غير متوافقين.
problem-wrong-code = ليس هذا الرمز المكتوب على الجهاز.
problem-wrong-password = ليست هذه كلمة مرورك.
problem-too-many = الحد الأقصى: { $limit }
problem-too-few = الحد الأدنى: { $least }
problem-twice = الشيء نفسه مكتوب مرتين.
problem-past = اختر وقتًا لم يأتِ بعد.
problem-locked = التعليقات هنا مغلقة.
problem-not-narrower = اختر عددًا أقل ممن كانوا يرونه.
problem-gone = ما ترد عليه لم يعد موجودًا.
problem-over = انتهى هذا.
problem-final = وصل صوتك. لا يمكن تغييره هنا.
problem-nothing-chosen = اختر جوابًا.
problem-voted-on = صوّت الناس على هذه الكلمات، فتبقى كما هي.
problem-bad-username = استخدم من 2 إلى 32 من الأحرف a–z الصغيرة والأرقام، وبينها . أو _ أو -
problem-not-a-picture = لا يمكن عرض هذه الصورة هنا. استخدم JPEG أو PNG أو WebP أو GIF.
problem-too-many-bytes = الحد الأقصى: { $limit } ميغابايت
problem-too-many-pixels = الصورة كبيرة جدًا. الحد الأقصى بالميغابكسل: { $limit }
problem-damaged = هذه الصورة تالفة.
problem-bad-line = تعذرت قراءة السطر { $line }.
problem-disk-full = امتلأ الجهاز. لا يمكن حفظ شيء جديد حتى يوفر الموظفون مساحة.
