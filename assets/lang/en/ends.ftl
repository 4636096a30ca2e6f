### Words of the ends of everyday social life: what is new for groups, and who may send photos and files.

notice-event-new = { $who } made a new event for { $group }
notice-file-new = { $who } added to the files of { $group }
