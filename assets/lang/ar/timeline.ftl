### كل ما هنا عن حساب واحد، للموظفين.

timeline-title = كل ما هنا عن هذا الحساب
timeline-counts = البلاغات عنه: { $about }. البلاغات منه: { $from }.
timeline-filter = أي جزء
timeline-all = الكل
timeline-none = لا شيء.
timeline-decisions = قرارات
timeline-set = ما قيل ووُضع
timeline-appeals = طلبات نظر جديد
timeline-reports = بلاغات
timeline-words = قواعد الكلمات
timeline-readings = نظر في الأحاديث
timeline-sign-ins = محاولات دخول مرفوضة
timeline-kept = رُوجع وتُرك كما هو
timeline-report-open = أبلغ أحد عنه، وهو ينتظر
timeline-report-closed = أبلغ أحد عنه، وقد أُغلق
timeline-read-posts = طلب الموظفون قراءة ما ينشره لقلة
timeline-read-person = طلب الموظفون معرفة من يتحدث معهم
timeline-refused = حاول أحد أن يدخل باسمه
