### المستندات في الرسائل.

chat-rule-files = يمكن أن تحمل الرسائل مستندات
chat-rule-files-hint = ملفات PDF والنصوص والمستندات المكتبية، حتى 20 م.ب. لكل منها، ممن يحق له إرسال الملفات. وإذا أُوقف ذلك فلا يُرسل شيء جديد، ويبقى ما هو موجود مقروءًا.
chat-documents = أضف مستندات
chat-document = مستند
chat-document-leave-out = استبعاد هذا المستند
chat-not-document = لا يمكن إضافة غير الصور وملفات PDF والنصوص والمستندات المكتبية هنا.
chat-files = { $count ->
    [zero] بلا مستندات
    [one] مستند
    [two] مستندان
    [few] { $count } مستندات
    [many] { $count } مستندًا
   *[other] { $count } مستند
}
problem-no-documents = لا يمكن إرسال مستندات في الرسائل هنا.
audit-kind-document = مستند في رسالة
space-in-messages = { $count ->
    [zero] لا صور في الرسائل
    [one] صورة واحدة في الرسائل
    [two] صورتان في الرسائل
    [few] { $count } صور في الرسائل
    [many] { $count } صورة في الرسائل
   *[other] { $count } صورة في الرسائل
}
space-in-documents = { $count ->
    [zero] لا مستندات في الرسائل
    [one] مستند واحد في الرسائل
    [two] مستندان في الرسائل
    [few] { $count } مستندات في الرسائل
    [many] { $count } مستندًا في الرسائل
   *[other] { $count } مستند في الرسائل
}
