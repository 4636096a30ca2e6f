### Words of the ends of everyday social life: what is new for groups, and who may send photos and files.

notice-event-new = { $who } made a new event for { $group }
notice-file-new = { $who } added to the files of { $group }

uploads-rule = Who may send photos and files
uploads-rule-hint = Photos in posts, comments, albums and chat, pictures of people and groups, and files in groups and messages. What is there already stays.
uploads-everyone = Everyone
uploads-leaders = Staff, and who leads a group
uploads-leaders-hint = Files only into the groups that they lead.
uploads-staff = Only staff
problem-sent-by-staff = Only staff can send photos and files here.
problem-sent-by-leaders = Only staff, and who leads a group, can send photos and files here.

photo-album-left = In an album of a group that you are not in
photo-mine-about = Every photo that you put into posts and albums, the newest first. Also those in albums of groups that you left.
