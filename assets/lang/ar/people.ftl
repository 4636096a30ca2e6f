### الأشخاص: القوائم والملفات والمشاركة والجوانب والحظر وما يخصني.

people-shown-name = الاسم الذي يراه الآخرون
people-lists = قوائم الأشخاص
people-search = البحث عن شخص
people-search-hint = بداية الاسم أو اسم الدخول.
people-my-contacts = جهات اتصالي
people-you = أنت
people-both-share = تشاركان بعضكما
people-i-share = أنت تشارك معه
people-they-share = يشارك معك
people-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
people-none-found = لم يُعثر على أحد
people-none-found-words = جرّب الحروف الأولى من الاسم أو من اسم الدخول.
people-nobody = لا أحد هنا بعد
people-nobody-words = ينشئ الموظفون الحسابات، ومن له حساب سيظهر هنا.
people-no-contacts = لا جهات اتصال بعد
people-no-contacts-words = افتح صفحة شخص واختر «إضافة إلى جهات الاتصال».

profile-edit = تعديل ملفي
profile-left = غادر
profile-about = نبذة
profile-pronouns = الضمائر
profile-place = المكان
profile-birthday = تاريخ الميلاد
profile-both-share-words = تشاركان بعضكما. يرى ما تنشره لجهات اتصالك، وترى ما ينشره.
profile-i-share-words = أنت تشارك معه. يرى ما تنشره لجهات اتصالك، ولا ترى ما ينشره لجهات اتصاله.
profile-they-share-words = يشارك معك. ترى ما ينشره لجهات اتصاله، ولا يرى ما تنشره لجهات اتصالك.
profile-nobody-shares-words = لا تشاركان بعضكما. ترى ما ينشره للجميع أو لإحدى مجموعاتك.
profile-share = إضافة إلى جهات الاتصال
profile-unshare = إيقاف المشاركة
profile-more = المزيد عن { $name }
profile-aspects = { $count ->
    [0] الجوانب
    [one] في جانب واحد
    [two] في جانبين
    [few] في { $count } جوانب
   *[other] في { $count } جانبًا
}
profile-aspects-hint = في أي من جوانبك؟ أنت وحدك ترى هذا.

aspect-title = جوانبي
aspect-about = الجانب مجموعة من جهات اتصالك، مثل «الأصدقاء» أو «كرة القدم». يمكنك النشر لجانب وحده، ولا يعلم به أحد غيرك.
aspect-name = الاسم
aspect-name-hint = أنت وحدك تراه.
aspect-add = إضافة جانب
aspect-edit = تعديل الجانب
aspect-up = رفع { $name }
aspect-down = خفض { $name }
aspect-stream = ما ينشره من في هذا الجانب، بقدر ما تراه. أنت وحدك ترى هذا الجانب.
aspect-people = في هذا الجانب
aspect-choose-people = اختيار أشخاص
aspect-choose = من في { $name }؟
aspect-choose-hint = علّم من جهات اتصالك من هو فيه. لا يُخبَرون.
aspect-empty = لا أحد فيه بعد
aspect-empty-words = اختر أشخاصًا من جهات اتصالك.
aspect-remove = حذف الجانب
aspect-remove-hint = يبقى من فيه جهات اتصال لك. وما نشرته لهذا الجانب وحده لن يراه غيرك.

block-do = حظر
block-undo = إلغاء الحظر
block-title = حظر { $name }؟
block-not-seen = لن يرى أي منكما ما ينشره الآخر أو يعلّق به أو يفعله من الآن.
block-not-shared = تتوقف المشاركة بينكما، ويُزال من جوانبك.
block-not-told = لن يُخبَر.
block-staff = يظل الموظفون الذين يرعون هذا المكان يرون ما يجب أن يروه، حتى إن حظرت أحدهم.
block-undo-hint = يمكنك إلغاء الحظر متى شئت. هل يؤذيك أحد؟ أبلغ عنه أيضًا.
block-you-did = لقد حظرت هذا الشخص. لا يرى أي منكما جديد الآخر.
block-list = من حظرتهم
block-list-about = أنت وحدك ترى هذه القائمة. بعد إلغاء الحظر لا تعود المشاركة إلا باختياركما.
block-none = لا أحد
block-none-words = لم تحظر أحدًا. يمكنك ذلك من صفحة الشخص.

my-title = أنا
my-page = صفحتي
my-posts = منشوراتي
my-profile = ملفي
my-people = أشخاصي
my-preferences = اللغة والمظهر
my-profile-about = اسمك وصورتك للجميع هنا. والباقي لمن تشارك معهم وللموظفين الذين يديرون الحسابات.
my-name-hint = يحدد الموظفون الاسم. اسألهم إن كان خطأ.
my-picture = الصورة
my-picture-hint = صورة من هذا الجهاز، حتى 20 ميغابايت. تُقص مربعة.
my-picture-remove = إزالة الصورة
my-birth-day = الميلاد: اليوم
my-birth-month = الميلاد: الشهر
my-bio = عني
my-bio-hint = يمكنك استعمال Markdown كما في المنشورات.
my-language = اللغة
my-language-browser = كما يطلب هذا المتصفح
my-theme = الألوان
my-theme-auto = كهذا الجهاز
my-theme-light = فاتح
my-theme-dark = داكن
my-theme-contrast = تباين عالٍ
my-text-size = حجم النص
my-text-normal = عادي
my-text-large = كبير
my-text-larger = أكبر

profile-card = { $name } باختصار
profile-card-groups = المجموعات التي تجمعكما
