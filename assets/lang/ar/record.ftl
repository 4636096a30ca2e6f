### ما فعله الموظفون بشأني.

record-here = ما لي هنا
record-title = ما فعله الموظفون
record-about = كل ما فعله الموظفون بحسابك وبما صنعته، مع السبب. أنت وحدك ترى هذه الصفحة.
record-account = حسابي
record-things = منشوراتي وتعليقاتي وصوري
record-nothing = لا شيء بعد.
record-none-words = لم يُزل الموظفون شيئًا لك ولم يعيدوا شيئًا.
record-ask = هل هناك خطأ؟ اسأل الموظفين. يمكنهم النظر فيه مرة أخرى.
record-made = أُنشئ حسابك
record-active = يمكنك فعل كل شيء من جديد
record-read-only = يمكنك القراءة دون الكتابة
record-suspended = أُغلق الدخول أمامك
record-left = وُسم حسابك بأنه غادر
record-reset = حصلت على ورقة جديدة فيها كلمة مرور لمرة واحدة
record-session = أُخرجت من متصفح واحد
record-groups = أُدخلت في مجموعة أو أُخرجت منها
record-duties = تغيّر ما يُعهد به إليك
record-changed = تغيّر اسمك أو مهامك
record-removed = أُزيل
record-restored = أُعيد
record-released = رُوجع وسُمح به
