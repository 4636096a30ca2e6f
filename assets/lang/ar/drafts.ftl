### المسودات، والنظر إلى الشيء قبل إرساله.

draft-title = المسودات
draft-keep = حفظ كمسودة
draft-kept = حُفظ كمسودة في { $time }
draft-kept-without-photos = حُفظ كمسودة في { $time }، دون الصور التي لم تُرسل بعد
draft-about = { $most ->
    [one] ما بدأتَ كتابته ولم ترسله. لا يراه غيرك. تُحفظ مسودة واحدة، مع صورها.
   *[other] ما بدأتَ كتابته ولم ترسله. لا يراه غيرك. يُحفظ حتى { $most } مسودة، مع صورها.
}
draft-none = لا مسودات
draft-none-words = ما تبدأ كتابته يُحفظ هنا تلقائيًا إلى أن تنشره.
draft-photos = { $count ->
    [zero] لا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
draft-last = آخر حفظ { $moment }
draft-no-words = لا كلمات بعد
draft-go-on = متابعة الكتابة
draft-remove = رمي
draft-begun = بدأتَ تكتب:

preview-show = معاينة
preview-title = هكذا سيبدو
preview-empty = لا كلمات بعد.
