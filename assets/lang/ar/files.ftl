### ملفات المجموعات.

files-title = الملفات
files-new = وضع ملف هنا
files-put = وضعه هنا
files-edit = تعديل الاسم والكلمات
files-take-out = إخراجه
files-none = لا توجد ملفات بعد
files-none-words = ستكون هنا مستندات هذه المجموعة: خطط واستمارات وقوائم.
files-choose = الملف
files-hint = ملف PDF أو نص (txt وcsv وmd) أو مستند مكتبي (docx وxlsx وpptx وodt وods وodp)، حتى { $count } م.ب.
files-about = ما هو
files-name = الاسم
files-sort = { $sort }، { $size }
files-removed = أُخرج من المجموعة. أنت فقط تراه.
files-fetch-this = تنزيل { $name }
files-more-about = المزيد عن الملف { $name }
problem-not-a-document = لا يمكن وضع هذا النوع من الملفات هنا. استخدم PDF أو نصًا أو مستندًا مكتبيًا.
problem-not-what-it-says = ما في الملف لا يطابق اسمه. احفظه من جديد بنوعه الصحيح.
problem-macros = في الملف برنامج (ماكرو). احفظه من دونه ثم أرسله مرة أخرى.
problem-no-room = لا مكان له في هذه المجموعة: { $count } م.ب. كحد أقصى في المجموع.
space-in-files = { $count ->
    [zero] لا ملفات في المجموعات
    [one] ملف واحد في المجموعات
    [two] ملفان في المجموعات
    [few] { $count } ملفات في المجموعات
    [many] { $count } ملفًا في المجموعات
   *[other] { $count } ملف في المجموعات
}
