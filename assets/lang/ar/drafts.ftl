### المسودات، والنظر إلى الشيء قبل إرساله.

draft-title = المسودات
draft-keep = حفظ كمسودة
draft-kept = حُفظ كمسودة في { $time }
draft-kept-without-photos = حُفظ كمسودة في { $time }، دون الصور
draft-about = { $most ->
    [one] ما بدأتَ كتابته ولم ترسله. لا يراه غيرك. تُحفظ مسودة واحدة، دون صور.
   *[other] ما بدأتَ كتابته ولم ترسله. لا يراه غيرك. يُحفظ حتى { $most } مسودة، دون صور.
}
draft-none = لا مسودات
draft-none-words = ما تبدأ كتابته يُحفظ هنا تلقائيًا إلى أن تنشره.
draft-last = آخر حفظ { $moment }
draft-no-words = لا كلمات بعد
draft-go-on = متابعة الكتابة
draft-remove = رمي
draft-begun = بدأتَ تكتب:

preview-show = معاينة
preview-title = هكذا سيبدو
preview-empty = لا كلمات بعد.
preview-photos = تُضاف الصور عند النشر.
preview-photos-again = اختر صورك من جديد قبل النشر: لم يحتفظ بها المتصفح.
