-- The indexes of search are laid together when it is quiet (quiet.rs), and not inside of the commit that happens to be the
-- sixteenth: that one took several times as long as the others. Where the box is never quiet, and where another
-- program than the one that serves writes very many, FTS5 does it by itself at 64 pieces.
INSERT INTO found (found, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('usermerge', 8);
INSERT INTO found_person (found_person, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('usermerge', 8);
INSERT INTO found_group (found_group, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('usermerge', 8);
INSERT INTO found_tag (found_tag, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('usermerge', 8);
INSERT INTO found_message (found_message, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('usermerge', 8);
