### Reporting something or somebody, and the reasons of reports and of decisions.

report-title = Tell staff
report-of-post = wrote this post
report-of-comment = wrote this comment
report-of-photo = added this photo
report-of-person = You tell staff about this person
report-before = You have told staff about this already. They will look at it.
report-why = What is wrong?
report-breaks-rule = This breaks a rule
report-worried-about = Or: nobody broke a rule, but I am worried about someone. Staff look at this first.
report-unkind = It is mean to somebody
report-threat = It is a threat, or I am afraid
report-private = It shows something private
report-rude = It is rude or about sex
report-spam = The same thing again and again
report-worried = I am worried about someone
report-other = Something else
report-note = Say more
report-who-reads = Only staff read this. Others do not learn that it was you.
report-who-reads-school = Only teachers read this. Others do not learn that it was you.
report-who-reads-prison = Only officers read this. Others do not learn that it was you.

decision-unkind = It was mean to somebody
decision-threat = It was a threat
decision-private = It showed something private
decision-rude = It was rude or about sex
decision-spam = It was the same thing again and again
decision-rules = It was against a rule of this place
decision-mistake = The decision before was a mistake
decision-fine = Nothing is wrong with it
decision-other = Another reason
report-of-album = made this album
