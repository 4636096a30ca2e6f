### الإشعارات: ما حدث لما يخصك.
### يأتي اسم الشخص دائمًا بعد «من»، فلا يتغير الفعل بين مذكر ومؤنث.

notice-read-all = تعليم الكل كمقروء
notice-none = لا شيء بعد
notice-none-words = عندما يعلّق أحد أو يتفاعل أو يذكر اسمك سيظهر ذلك هنا.
notice-filter = أي الإشعارات
notice-only-all = الكل
notice-only-comments = التعليقات
notice-only-mentions = ذكر اسمي
notice-only-reactions = التفاعلات
notice-only-people = الأشخاص والمجموعات
notice-only-decisions = القرارات

notice-somebody = شخص ما
notice-who-more = { $count ->
    [zero] { $name }
    [one] { $name } وشخص آخر
    [two] { $name } وشخصين آخرين
    [few] { $name } و{ $count } أشخاص آخرين
    [many] { $name } و{ $count } شخصًا آخر
   *[other] { $name } و{ $count } شخص آخر
}
notice-reply = رد { $who } على تعليقك
notice-comment-mine = { $count ->
    [one] تعليق على منشورك من { $who }
   *[other] تعليقات على منشورك من { $who }
}
notice-comment-other = { $count ->
    [one] تعليق آخر من { $who } على منشور علّقت عليه
   *[other] تعليقات أخرى من { $who } على منشور علّقت عليه
}
notice-mention-post = ذُكر اسمك في منشور من { $who }
notice-mention-comment = ذُكر اسمك في تعليق من { $who }
notice-reaction-post = { $count ->
    [one] تفاعل مع منشورك من { $who }
   *[other] تفاعلات مع منشورك من { $who }
}
notice-reaction-comment = { $count ->
    [one] تفاعل مع تعليقك من { $who }
   *[other] تفاعلات مع تعليقك من { $who }
}
notice-contact = { $count ->
    [one] مشاركة جديدة معك من { $who }
   *[other] مشاركات جديدة معك من { $who }
}
notice-group = أنت الآن في { $name }
notice-group-gone = أُدخلت في مجموعة

notice-staff-teachers = طاقم المعلمين
notice-staff-officers = طاقم الضباط
notice-staff-plain = طاقم الموظفين
notice-removed-post = أزال { $staff } منشورك
notice-removed-comment = أزال { $staff } تعليقك
notice-restored-post = أعاد { $staff } منشورك
notice-restored-comment = أعاد { $staff } تعليقك
notice-released-post = يمكن الآن رؤية منشورك
notice-released-comment = يمكن الآن رؤية تعليقك
notice-outcome = نظر { $staff } فيما أبلغت عنه
notice-outcome-removed = أُزيل.
notice-outcome-kept = لم يُزَل.
notice-outcome-shielded = يبقى خلف تنبيه.
notice-outcome-gone = كان من صنعه قد أزاله.
notice-outcome-restored = نُظر فيه من جديد، ويمكن أن يُرى ثانية.
notice-outcome-acted = فُعل شيء بشأنه. وما هو يبقى بين الموظفين ومن يخصه الأمر.
notice-outcome-nothing = نُظر فيه، ولم يلزم شيء آخر.
notice-outcome-cared = يعتنون بالأمر. وما يفعلونه يبقى بينهم وبين من يخصه.
notice-outcome-over = نُظر فيه.

notice-reason = السبب: { $reason }
notice-because-unkind = فيه إساءة إلى شخص.
notice-because-threat = فيه تهديد.
notice-because-private = يُظهر شيئًا خاصًا.
notice-because-rude = فيه كلام بذيء.
notice-because-spam = الشيء نفسه مرارًا وتكرارًا.
notice-because-rules = يخالف قاعدة من قواعد هذا المكان.
notice-because-mistake = كان القرار السابق خطأ.
notice-because-fine = ليس فيه ما يخالف.
notice-because-other = سبب آخر.

notice-comment-photo-mine = { $count ->
    [zero] تعليقات على صورتك من { $who }
    [one] تعليق على صورتك من { $who }
    [two] تعليقات على صورتك من { $who }
    [few] تعليقات على صورتك من { $who }
    [many] تعليقات على صورتك من { $who }
   *[other] تعليقات على صورتك من { $who }
}
notice-comment-photo-other = { $count ->
    [zero] تعليقات أخرى على صورة من { $who }
    [one] تعليق آخر على صورة من { $who }
    [two] تعليقات أخرى على صورة من { $who }
    [few] تعليقات أخرى على صورة من { $who }
    [many] تعليقات أخرى على صورة من { $who }
   *[other] تعليقات أخرى على صورة من { $who }
}
notice-reaction-photo = { $count ->
    [zero] تفاعلات مع صورتك من { $who }
    [one] تفاعل مع صورتك من { $who }
    [two] تفاعلات مع صورتك من { $who }
    [few] تفاعلات مع صورتك من { $who }
    [many] تفاعلات مع صورتك من { $who }
   *[other] تفاعلات مع صورتك من { $who }
}
notice-removed-photo = أزال { $staff } صورتك
notice-removed-album = أزال { $staff } ألبومك
notice-restored-photo = أعاد { $staff } صورتك
notice-restored-album = أعاد { $staff } ألبومك
notice-released-photo = يمكن رؤية صورتك الآن
notice-released-album = يمكن رؤية ألبومك الآن
