-- Who sees what, on one page. Everything that shows content reads one of these views; SQLite refuses
-- to prepare anything else (guard.rs). Laid anew at every start. Fixed words of these views:
--   viewer()             the id of who is looking; 0 for a stranger
--   viewer_holds('d')    1 where the viewer holds that duty for the whole site
--   viewer_holds_in_groups('d')  1 where they hold it for some groups: which, seen_charge says
--   now_ms()             the moment of the look, milliseconds since 1970
--   up_ms()              how long this program runs, milliseconds, by a clock that nobody can set
--   sure_ms()            as now_ms(), where the clock can be believed; else 0, so that nothing ends by it
-- A stranger sees nothing at all. Staff who moderate see what is for Everyone or for a group; what is
-- for contacts, aspects or people they see only when it was reported or held (seen_at_desk). Who moderates some groups
-- alone sees and decides what was posted to those, and what stands under it (seen_in_charge).
--
-- `typeof(x) = 'text'` is always true. SQLite asks the guard about a table of which a statement reads no
-- column but the row id as if the statement had named it itself, so each view reads one more of each table.

-- For which groups the viewer holds Moderate or Accounts: one's own charge alone.
CREATE VIEW seen_charge AS
SELECT group_id, duty FROM duty
WHERE viewer() > 0 AND account_id = viewer() AND group_id IS NOT NULL AND ended_at IS NULL AND viewer_holds_in_groups(duty);

-- Things that are in the charge of whoever moderates some groups: what was posted to one of them, and what stands under
-- that (a photo's comment in an album: three steps up), and its conversation. Wherever staff decide about a thing, it is
--   viewer_holds('moderate') OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = …)).
CREATE VIEW seen_in_charge AS
SELECT i.id
FROM item AS i
  LEFT JOIN item AS p ON p.id = i.parent_id
  LEFT JOIN item AS q ON q.id = p.parent_id
  LEFT JOIN item AS r ON r.id = q.parent_id
WHERE viewer_holds_in_groups('moderate') AND typeof(i.kind) = 'text' AND typeof(r.kind) IS NOT NULL
  AND (EXISTS (SELECT 1 FROM item_to AS t JOIN seen_charge AS g ON g.group_id = t.target_id AND g.duty = 'moderate'
               WHERE t.item_id IN (i.id, p.id, q.id, r.id) AND t.kind = 'group')
    OR EXISTS (SELECT 1 FROM conversation AS c JOIN seen_charge AS g ON g.group_id = c.group_id AND g.duty = 'moderate'
               WHERE c.id IN (i.id, p.id, q.id, r.id)));

-- The same in one name, for statements outside of this page: things about which the viewer decides, as far as they see them.
CREATE VIEW seen_decidable AS
SELECT id FROM item WHERE viewer_holds('moderate') AND typeof(kind) = 'text'
UNION ALL SELECT id FROM seen_in_charge WHERE NOT viewer_holds('moderate');
-- Who is parted from me. The first clause of every view that shows somebody or what they made is one of these three:
--   seen_stranger   staff keep us apart: I see nothing of them, whatever duty I hold, and cannot tell that they are here
--   seen_parted     whose things I do not see: strangers, and across a block, save for staff who moderate
--   seen_apart      all of them, also for who moderates, `kept` where they are strangers: for what is between two people
-- A block is weaker: those whom it parts see each other's names, pages and what both said to each other.
-- No code but these views asks who they are (tidy), but for whether there is anybody: then others' counts are not mine.
CREATE VIEW seen_stranger AS
SELECT other_id AS id FROM parted WHERE one_id = viewer() AND by_id > 0;

-- What a stranger made, by its number alone: so that open pages hear nothing of it, not even that it went.
CREATE VIEW seen_of_stranger AS
SELECT i.id FROM item AS i
WHERE typeof(i.kind) = 'text' AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = i.author_id);

CREATE VIEW seen_parted AS
SELECT other_id AS id, by_id > 0 AS kept FROM parted WHERE one_id = viewer() AND (by_id > 0 OR NOT viewer_holds('moderate'));

CREATE VIEW seen_apart AS
SELECT other_id AS id, by_id > 0 AS kept FROM parted WHERE viewer() > 0 AND one_id = viewer();

-- What staff who hold Safeguard keep apart, and why: but nobody sees what is about themselves.
CREATE VIEW seen_keep_apart AS
SELECT k.id, k.one_person_id, k.one_group_id, k.other_person_id, k.other_group_id, k.kind, k.reference, k.note, k.from_date,
       k.from_day, k.until_date, k.until_day, k.review_date, k.set_by, k.set_at, k.begun_at, k.ended_at, k.ended_by, k.ended_why
FROM keep_apart AS k
WHERE viewer_holds('safeguard') AND typeof(k.kind) = 'text'
  AND k.one_person_id IS NOT viewer() AND k.other_person_id IS NOT viewer()
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (k.one_person_id, k.other_person_id));

-- Which groups can be a side, and how many people each has: for who sets them.
CREATE VIEW seen_apart_group AS
SELECT g.id, g.name, (SELECT count(*) FROM membership WHERE group_id = g.id) AS people
FROM "group" AS g
WHERE viewer_holds('safeguard') AND typeof(g.name) = 'text' AND g.gone_at IS NULL;

-- Whom one parts: for the writer alone, which has their open pages fetched anew (see Change::parted_by).
CREATE VIEW seen_parted_by AS
SELECT by_id, one_id, other_id FROM parted WHERE viewer() = -1 AND by_id > 0;

-- For who settles them: the groups and conversations in which two are together whom one that is in force parts, by name
-- and without a word of what was said. The conversation of a group goes with the group. Of a group that is a side: none of
-- its people who is a stranger to whoever looks.
CREATE VIEW seen_apart_shared AS
SELECT k.id AS apart_id, 'group' AS sort, g.id, g.name, p.one_id, p.other_id
FROM seen_keep_apart AS k CROSS JOIN parted AS p ON p.by_id = k.id AND p.by_id > 0 AND p.one_id < p.other_id
CROSS JOIN membership AS x ON x.account_id = p.one_id CROSS JOIN membership AS y ON y.group_id = x.group_id AND y.account_id = p.other_id
CROSS JOIN "group" AS g ON g.id = x.group_id
WHERE typeof(g.name) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (p.one_id, p.other_id))
UNION ALL
SELECT k.id, c.sort, c.id,
       CASE WHEN c.named_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.named_by) THEN '' ELSE c.name END,
       p.one_id, p.other_id
FROM seen_keep_apart AS k CROSS JOIN parted AS p ON p.by_id = k.id AND p.by_id > 0 AND p.one_id < p.other_id
CROSS JOIN participant AS x ON x.account_id = p.one_id AND x.gone IS NULL
CROSS JOIN participant AS y ON y.conversation_id = x.conversation_id AND y.account_id = p.other_id AND y.gone IS NULL
CROSS JOIN conversation AS c ON c.id = x.conversation_id
WHERE typeof(c.name) = 'text' AND c.sort <> 'group'
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (p.one_id, p.other_id));

-- For the box itself, which begins and ends them at their dates, and for no page (tidy).
CREATE VIEW seen_apart_due AS
SELECT id, from_date, from_day, until_date, until_day, begun_at FROM keep_apart
WHERE viewer() = 0 AND viewer_holds('audit') AND ended_at IS NULL;

-- People: the basic part, for everybody signed in.
CREATE VIEW seen_person AS
SELECT id, username, shown_name, role, standing, picture, made_at
FROM account
WHERE viewer() > 0
  AND (viewer_holds('accounts') OR id = viewer() OR id = (SELECT ghost_id FROM site WHERE id = 1)
    OR (standing <> 'left' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = account.id)))
  AND (NOT EXISTS (SELECT 1 FROM seen_stranger) OR NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account.id));

-- People: the extended part, for those they share with, themselves, and staff who keep accounts.
CREATE VIEW seen_profile AS
SELECT id, pronouns, place, birthday, bio
FROM account AS a
WHERE viewer() > 0 AND typeof(a.bio) = 'text'
  AND (a.id = viewer() OR viewer_holds('accounts')
       OR EXISTS (SELECT 1 FROM contact WHERE owner_id = a.id AND person_id = viewer()))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = a.id);

-- An account's own choices and duties: for itself and for staff who keep accounts; who keeps those of some groups, sees
-- of them the members, and no staff. Behind the duties for the site stands what is held for groups: `moderate:groups`.
CREATE VIEW seen_account AS
SELECT id, username, shown_name, role,
       duties || coalesce((SELECT ',' || group_concat(DISTINCT duty || ':groups') FROM duty
                           WHERE account_id = account.id AND group_id IS NOT NULL AND ended_at IS NULL), '') AS duties, standing, picture, pronouns, place, birthday, bio,
       language, theme, text_size, read_aloud, keys, open_shields, quiet_sound, made_at,
       coalesce((SELECT must_choose FROM credential WHERE account_id = account.id), 0) AS must_choose
FROM account
WHERE typeof(role) = 'text'                                       -- no id is 0; strangers hold nothing
  AND (id = viewer() OR viewer_holds('accounts') OR (viewer_holds_in_groups('accounts') AND role = 'member'
    AND EXISTS (SELECT 1 FROM membership AS m JOIN seen_charge AS g ON g.group_id = m.group_id AND g.duty = 'accounts'
                WHERE m.account_id = account.id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account.id);

-- Who still has the one-time password of a slip: for staff who keep accounts.
CREATE VIEW seen_unused_slip AS
SELECT account_id FROM credential
WHERE must_choose = 1
  AND (viewer_holds('accounts')
    OR (viewer_holds_in_groups('accounts') AND EXISTS (SELECT 1 FROM seen_account WHERE id = credential.account_id AND role = 'member')))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account_id);

-- What signing in needs, before anybody is anybody. Only the sign-in code may name this view (tidy).
CREATE VIEW seen_sign_in AS
SELECT a.id, a.username, a.shown_name, a.role,
       a.duties || coalesce((SELECT ',' || group_concat(DISTINCT duty || ':groups') FROM duty
                             WHERE account_id = a.id AND group_id IS NOT NULL AND ended_at IS NULL), '') AS duties,
       -- What was to end by now has ended, whether the box has noted it or not. Of the two the harder one holds.
       CASE WHEN a.standing IN ('read_only', 'suspended')
                 AND EXISTS (SELECT 1 FROM sanction AS s WHERE s.account_id = a.id AND s.over_at IS NULL AND s.kind NOT IN ('note', 'warning') AND s.kind = a.standing)
            THEN coalesce((SELECT s.kind FROM sanction AS s
                           WHERE s.account_id = a.id AND s.over_at IS NULL AND s.kind NOT IN ('note', 'warning') AND s.kind IN ('read_only', 'suspended')
                             AND (s.until_at IS NULL OR s.unsure = 1 OR s.until_at > sure_ms())
                           ORDER BY s.kind = 'suspended' DESC LIMIT 1), 'active')
            ELSE a.standing END AS standing, a.picture,
       (SELECT group_concat(s.kind || ':' || coalesce(CASE s.unsure WHEN 0 THEN s.until_at END, '')) FROM sanction AS s
        WHERE s.account_id = a.id AND s.over_at IS NULL AND s.kind NOT IN ('note', 'warning')
          AND (s.until_at IS NULL OR s.unsure = 1 OR s.until_at > sure_ms())) AS stops,
       EXISTS (SELECT 1 FROM closing WHERE account_id = a.id) AS closing,
       EXISTS (SELECT 1 FROM membership WHERE account_id = a.id AND leader = 1) AS leads,
       (SELECT group_concat(h.group_id) FROM hours AS h CROSS JOIN membership AS m ON m.group_id = h.group_id AND m.account_id = a.id
        WHERE h.group_id IS NOT NULL) AS timed,
       coalesce((SELECT max(version) FROM charter_read WHERE account_id = a.id), 0) AS charter_read,
       coalesce((SELECT approval FROM level WHERE account_id = a.id), 'open') AS level,
       a.language, a.theme, a.text_size, a.read_aloud, a.keys, a.open_shields, a.quiet_sound, c.password_hash, c.must_choose
FROM account AS a JOIN credential AS c ON c.account_id = a.id
WHERE typeof(a.role) = 'text' AND typeof(c.password_hash) = 'text';

-- Groups and who is in them: for their members, and for staff who moderate or keep accounts, be it theirs alone.
CREATE VIEW seen_group AS
SELECT g.id, g.name, g.kind, g.about, g.made_at, g.joining, g.leaving, g.picture
FROM "group" AS g
WHERE viewer() > 0 AND typeof(g.name) = 'text' AND g.gone_at IS NULL
  AND (viewer_holds('moderate') OR viewer_holds('accounts')
       OR EXISTS (SELECT 1 FROM membership WHERE group_id = g.id AND account_id = viewer())
       OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = g.id));

CREATE VIEW seen_membership AS
SELECT m.group_id, m.account_id, m.leader, m.since_at
FROM membership AS m
WHERE viewer() > 0
  AND (m.account_id = viewer() OR viewer_holds('moderate') OR viewer_holds('accounts')
       OR EXISTS (SELECT 1 FROM membership AS mine WHERE mine.group_id = m.group_id AND mine.account_id = viewer())
       OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = m.group_id))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.account_id);

-- When somebody came into a group and went from it, and by whom: for staff who moderate or keep accounts, be it for that
-- group alone. A group that was deleted has the name that it had.
CREATE VIEW seen_stay AS
SELECT s.id, s.account_id, CASE WHEN g.gone_at IS NULL THEN s.group_id ELSE 0 END AS group_id, coalesce(g.was, g.name) AS group_name,
       CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.begun_by) THEN 0 ELSE s.begun_by END AS begun_by, s.begun_at,
       CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.ended_by) THEN 0 ELSE s.ended_by END AS ended_by, s.ended_at, s.how
FROM stay AS s CROSS JOIN "group" AS g ON g.id = s.group_id
WHERE viewer() > 0 AND typeof(s.begun_at) = 'integer' AND typeof(g.name) = 'text'
  AND (viewer_holds('moderate') OR viewer_holds('accounts') OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = s.group_id))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.account_id);

-- Who leads a group: all of them, only for the writer that decides whom to tell (see Change::leaders).
CREATE VIEW seen_leader AS
SELECT group_id, account_id FROM membership WHERE viewer() = -1 AND leader = 1;

-- Groups from outside: those that are open or can be asked, for everybody who is not in them; any other only for
-- whom it invited. Who is in them nobody learns from outside.
CREATE VIEW seen_joinable AS
SELECT g.id, g.name, g.kind, g.about, g.picture, g.joining
FROM "group" AS g
WHERE viewer() > 0 AND typeof(g.name) = 'text' AND g.gone_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM membership WHERE group_id = g.id AND account_id = viewer())
  AND (g.joining IN ('ask', 'open')
    OR EXISTS (SELECT 1 FROM seen_group_invite WHERE group_id = g.id AND account_id = viewer() AND refused_at IS NULL));

-- Who asks to come into a group: each their own wish; those of others for its leaders and for staff who keep
-- accounts, while they wait and whoever asks can sign in. Between leaders and those whom a block keeps apart from
-- them they stay unseen; words that would wait for staff are for staff alone.
CREATE VIEW seen_group_ask AS
SELECT k.group_id, k.account_id, k.made_at, k.refused_at,
       CASE WHEN k.held = 0 OR k.account_id = viewer() OR viewer_holds('accounts') THEN k.words ELSE '' END AS words
FROM group_ask AS k
WHERE viewer() > 0
  AND (k.account_id = viewer()
    OR (k.refused_at IS NULL
      AND EXISTS (SELECT 1 FROM account WHERE id = k.account_id AND standing IN ('active', 'read_only'))
      AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = k.account_id)
      AND (viewer_holds('accounts')
        OR EXISTS (SELECT 1 FROM membership WHERE group_id = k.group_id AND account_id = viewer() AND leader = 1))
      AND NOT EXISTS (SELECT 1 FROM seen_apart AS x WHERE x.id = k.account_id AND (x.kept OR NOT viewer_holds('accounts')))));

-- Invitations: for whom they are, unless a block stands between them and who sent it; and for the group's leaders
-- and staff who keep accounts.
CREATE VIEW seen_group_invite AS
SELECT v.group_id, v.account_id, v.by_id, v.made_at, v.refused_at
FROM group_invite AS v
WHERE viewer() > 0
  AND ((v.account_id = viewer()
      AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = v.by_id)
      AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = v.by_id))
    OR (v.account_id <> viewer()
      AND (viewer_holds('accounts')
        OR EXISTS (SELECT 1 FROM membership WHERE group_id = v.group_id AND account_id = viewer() AND leader = 1))
      AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (v.account_id, v.by_id))));

-- Contacts: both directions, as far as they touch me. My aspects and my blocks are mine alone.
CREATE VIEW seen_contact AS
SELECT owner_id, person_id, since_at FROM contact
WHERE viewer() > 0 AND (owner_id = viewer() OR person_id = viewer())
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (owner_id, person_id));

CREATE VIEW seen_aspect AS
SELECT id, name, place FROM aspect WHERE viewer() > 0 AND owner_id = viewer();

CREATE VIEW seen_aspect_person AS
SELECT p.aspect_id, p.person_id
FROM aspect_person AS p JOIN aspect AS a ON a.id = p.aspect_id
WHERE viewer() > 0 AND a.owner_id = viewer() AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = p.person_id);

CREATE VIEW seen_block AS
SELECT person_id, since_at FROM block
WHERE viewer() > 0 AND owner_id = viewer() AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = person_id);

-- What stands by itself, without its text (posts, albums, announcements, events, files): the one place that says for
-- whom it is. What the author took away is gone for the author too; what staff took away the author still sees.
-- No block hides what staff announce: it is the house that speaks.
-- What only passes another post on, without a word of its own, is seen where that one is, and goes with it:
-- when it is taken away, waits, is for fewer than everyone, or its author and the reader are parted.
CREATE VIEW seen_top AS
SELECT i.id, i.kind, i.author_id, i.audience, i.state, i.version, i.made_at, i.edited_at, i.removed_by, i.with_id, i.watched
FROM item AS i
WHERE i.kind IN ('post', 'album', 'announcement', 'event', 'file') AND viewer() > 0
  AND (i.with_id IS NULL
    OR EXISTS (SELECT 1 FROM item AS o WHERE o.id = i.with_id AND o.state = 'shown' AND o.audience = 'everyone'
               AND (o.author_id = viewer() OR NOT EXISTS (SELECT 1 FROM closing WHERE account_id = o.author_id))
               AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = o.author_id)))
  AND ((i.author_id = viewer() AND (i.state <> 'removed' OR i.removed_by IS NOT viewer()))
    OR (i.state = 'shown' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = i.author_id)
      AND CASE i.audience
            WHEN 'everyone' THEN 1
            WHEN 'groups'   THEN viewer_holds('moderate')
                                 OR EXISTS (SELECT 1 FROM item_to AS t JOIN membership AS m ON m.group_id = t.target_id
                                            WHERE t.item_id = i.id AND t.kind = 'group' AND m.account_id = viewer())
                                 OR (viewer_holds_in_groups('moderate')
                                   AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = i.id))
            WHEN 'contacts' THEN EXISTS (SELECT 1 FROM contact WHERE owner_id = i.author_id AND person_id = viewer())
            WHEN 'aspects'  THEN EXISTS (SELECT 1 FROM item_to AS t JOIN aspect_person AS p ON p.aspect_id = t.target_id
                                         WHERE t.item_id = i.id AND t.kind = 'aspect' AND p.person_id = viewer())
            WHEN 'people'   THEN EXISTS (SELECT 1 FROM item_to AS t
                                         WHERE t.item_id = i.id AND t.kind = 'person' AND t.target_id = viewer())
            ELSE 0
          END
      AND NOT EXISTS (SELECT 1 FROM seen_parted AS x WHERE x.id = i.author_id
                      AND (x.kept OR NOT ((viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = i.id))
                        OR (i.kind = 'announcement' AND (SELECT role FROM account WHERE id = i.author_id) <> 'member'))))));

CREATE VIEW seen_root AS
SELECT id, author_id, audience, state, version, made_at, edited_at, removed_by, with_id, watched FROM seen_top WHERE kind = 'post';

CREATE VIEW seen_post AS
SELECT r.id, r.author_id, r.audience, r.state, r.version, r.made_at, r.edited_at, r.removed_by,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(p.body, 'post') ELSE p.body END AS body, p.photos, p.targets, p.poll, p.locked,
       -- What a stranger made nothing leads to: what was said about it stands by itself.
       CASE WHEN p.root_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = p.root_id) THEN NULL ELSE p.root_id END AS root_id,
       p.passed_narrowly, p.shield, CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(p.shield_why, 'post') ELSE p.shield_why END AS shield_why,
       CASE WHEN r.author_id = viewer() THEN r.watched ELSE 0 END AS watched
FROM seen_root AS r JOIN post AS p ON p.id = r.id
WHERE typeof(p.body) = 'text';

-- Posts that pass one on: those one sees oneself. All of them, only the writer that tells open pages (-1).
CREATE VIEW seen_reshare AS
SELECT r.id, p.root_id, r.author_id, r.state, r.made_at
FROM post AS p JOIN seen_root AS r ON r.id = p.id
WHERE p.root_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = p.root_id);

-- Those that were taken away: only which, for whoever saw them, so that open pages count them no more.
CREATE VIEW seen_reshare_gone AS
SELECT i.id, p.root_id
FROM item AS i JOIN post AS p ON p.id = i.id JOIN seen_root AS r ON r.id = p.root_id
WHERE i.state = 'removed' AND typeof(p.body) = 'text'
  AND (i.author_id = viewer()
    OR (NOT EXISTS (SELECT 1 FROM closing WHERE account_id = i.author_id)
      AND CASE i.audience
            WHEN 'everyone' THEN 1
            WHEN 'groups'   THEN viewer_holds('moderate')
                                 OR EXISTS (SELECT 1 FROM item_to AS t JOIN membership AS m ON m.group_id = t.target_id
                                            WHERE t.item_id = i.id AND t.kind = 'group' AND m.account_id = viewer())
                                 OR (viewer_holds_in_groups('moderate')
                                   AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = i.id))
            WHEN 'contacts' THEN EXISTS (SELECT 1 FROM contact WHERE owner_id = i.author_id AND person_id = viewer())
            WHEN 'aspects'  THEN EXISTS (SELECT 1 FROM item_to AS t JOIN aspect_person AS q ON q.aspect_id = t.target_id
                                         WHERE t.item_id = i.id AND t.kind = 'aspect' AND q.person_id = viewer())
            WHEN 'people'   THEN EXISTS (SELECT 1 FROM item_to AS t
                                         WHERE t.item_id = i.id AND t.kind = 'person' AND t.target_id = viewer())
            ELSE 0
          END
      AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = i.author_id)));

CREATE VIEW seen_passing_on AS
SELECT id, root_id FROM post WHERE viewer() = -1 AND root_id IS NOT NULL;

-- What one writes and has not sent: one's own. Nobody else sees it, staff neither.
CREATE VIEW seen_draft AS
SELECT id, word, fields, saved_at FROM draft WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_draft_photo AS
SELECT id, word, name, alt, width, height, bytes FROM draft_photo WHERE viewer() > 0 AND account_id = viewer();

-- Who follows or muted a post: each their own choice. All of them, only the writer that decides whom to tell
-- (-1, which is nobody: see Change::followers).
CREATE VIEW seen_follow AS
SELECT post_id, follows FROM post_follow WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_follower AS
SELECT post_id, account_id, follows FROM post_follow WHERE viewer() = -1 AND typeof(follows) = 'integer';

-- To whom a post goes: for its author and staff who moderate; a group for its members; oneself.
CREATE VIEW seen_post_target AS
SELECT t.item_id, t.kind, t.target_id, r.state
FROM item_to AS t JOIN seen_root AS r ON r.id = t.item_id
WHERE (r.author_id = viewer() OR viewer_holds('moderate')
    OR (t.kind = 'person' AND t.target_id = viewer())
    OR (t.kind = 'group' AND (EXISTS (SELECT 1 FROM membership WHERE group_id = t.target_id AND account_id = viewer())
      OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = t.target_id AND duty = 'moderate'))))
  AND NOT (t.kind = 'person' AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = t.target_id));

-- What is pinned on top of which stream: 0 is Everyone, else a group that the post goes to, as far as one may
-- know of it. What does not go there any more is not pinned there.
CREATE VIEW seen_pin AS
SELECT p.group_id, p.item_id, r.state
FROM pin AS p JOIN seen_root AS r ON r.id = p.item_id
WHERE (p.group_id = 0 AND r.audience = 'everyone')
   OR EXISTS (SELECT 1 FROM seen_post_target AS t
              WHERE t.item_id = p.item_id AND t.kind = 'group' AND t.target_id = p.group_id);

-- Comments: under a post one sees.
CREATE VIEW seen_comment AS
SELECT c.id, c.author_id, c.parent_id AS post_id, c.state, c.version, c.made_at, c.edited_at, c.removed_by,
       CASE WHEN c.watched & 1 AND c.author_id <> viewer() THEN censored(b.body, 'comment') ELSE b.body END AS body,
       CASE WHEN b.under_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = b.under_id) THEN NULL ELSE b.under_id END AS under_id, b.photo,
       CASE WHEN c.author_id = viewer() THEN c.watched ELSE 0 END AS watched, c.watched & 1 AS masked
FROM seen_root AS r JOIN item AS c ON c.parent_id = r.id JOIN comment AS b ON b.id = c.id
WHERE c.kind = 'comment' AND typeof(b.body) = 'text'
  AND ((c.author_id = viewer() AND (c.state <> 'removed' OR c.removed_by IS NOT viewer()))
    OR (c.state = 'shown' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = c.author_id)
      AND NOT EXISTS (SELECT 1 FROM seen_parted AS x WHERE x.id = c.author_id AND (x.kept OR NOT (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = c.id))))));

-- Comments that others no longer see, under a post one sees: only which, so that open pages let them go.
-- Between people who blocked each other there is nothing to let go.
CREATE VIEW seen_gone AS
SELECT c.id, c.parent_id AS post_id
FROM seen_root AS r JOIN item AS c ON c.parent_id = r.id
WHERE c.kind = 'comment' AND c.state <> 'shown'
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = c.author_id);

-- Albums, and to whom each goes: as for posts.
CREATE VIEW seen_album AS
SELECT r.id, r.author_id, r.audience, r.state, r.version, r.made_at, r.edited_at, r.removed_by,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(a.title, 'album') ELSE a.title END AS title, CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(a.about, 'album') ELSE a.about END AS about,
       CASE WHEN a.cover_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = a.cover_id) THEN NULL ELSE a.cover_id END AS cover_id, a.group_id
FROM seen_top AS r JOIN album AS a ON a.id = r.id
WHERE r.kind = 'album' AND typeof(a.title) = 'text';

CREATE VIEW seen_album_target AS
SELECT t.item_id, t.kind, t.target_id
FROM item_to AS t JOIN seen_top AS r ON r.id = t.item_id
WHERE r.kind = 'album'
  AND (r.author_id = viewer() OR viewer_holds('moderate')
    OR (t.kind = 'group' AND (EXISTS (SELECT 1 FROM membership WHERE group_id = t.target_id AND account_id = viewer())
      OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = t.target_id AND duty = 'moderate'))))
  AND NOT (t.kind = 'person' AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = t.target_id));

-- Photos: with the post or album they are in. One in an album may wait by itself: only its author sees it then. In
-- the album of a group others have put photos, too: those are for the members of the group, not for its maker who
-- left it, and not between people whom a block keeps apart. One's own there one sees also where one sees the album no
-- more, having left its group: as the author of any thing does.
CREATE VIEW seen_photo AS
SELECT f.id, f.author_id, p.parent_id, r.kind AS parent_kind, f.made_at, f.edited_at, f.state AS own_state,
       CASE r.state WHEN 'shown' THEN f.state ELSE r.state END AS state,
       p.name, CASE WHEN (f.watched | CASE r.kind WHEN 'post' THEN r.watched ELSE 0 END) & 1 AND f.author_id <> viewer() THEN censored(p.alt, 'alt') ELSE p.alt END AS alt,
       CASE WHEN (f.watched | CASE r.kind WHEN 'post' THEN r.watched ELSE 0 END) & 1 AND f.author_id <> viewer() THEN censored(p.caption, 'caption') ELSE p.caption END AS caption, p.place, p.width, p.height,
       r.kind = 'post' AND (SELECT shield <> 0 FROM post WHERE id = r.id) AS shielded
FROM photo AS p JOIN item AS f ON f.id = p.id JOIN item AS r ON r.id = p.parent_id
WHERE viewer() > 0 AND (f.state = 'shown' OR (f.state = 'held' AND f.author_id = viewer())) AND typeof(p.name) = 'text'
  AND (f.author_id = viewer() OR NOT EXISTS (SELECT 1 FROM closing WHERE account_id = f.author_id))
  AND ((f.author_id = viewer() AND r.kind = 'album' AND r.state = 'shown' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = r.author_id))
    OR (EXISTS (SELECT 1 FROM seen_top AS t WHERE t.id = r.id)
      AND (f.author_id = r.author_id
        OR ((viewer_holds('moderate') OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = r.id))
            OR EXISTS (SELECT 1 FROM item_to AS t JOIN membership AS m ON m.group_id = t.target_id
                       WHERE t.item_id = r.id AND t.kind = 'group' AND m.account_id = viewer()))
          AND NOT EXISTS (SELECT 1 FROM seen_parted AS x WHERE x.id = f.author_id AND (x.kept OR NOT (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = r.id))))))));

-- Comments under a photo one sees: as those under a post.
CREATE VIEW seen_photo_comment AS
SELECT c.id, c.author_id, c.parent_id AS photo_id, c.state, c.version, c.made_at, c.edited_at, c.removed_by,
       CASE WHEN c.watched & 1 AND c.author_id <> viewer() THEN censored(b.body, 'comment') ELSE b.body END AS body,
       CASE WHEN b.under_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = b.under_id) THEN NULL ELSE b.under_id END AS under_id, b.photo,
       CASE WHEN c.author_id = viewer() THEN c.watched ELSE 0 END AS watched, c.watched & 1 AS masked
FROM seen_photo AS p JOIN item AS c ON c.parent_id = p.id JOIN comment AS b ON b.id = c.id
WHERE c.kind = 'comment' AND typeof(b.body) = 'text'
  AND ((c.author_id = viewer() AND (c.state <> 'removed' OR c.removed_by IS NOT viewer()))
    OR (c.state = 'shown' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = c.author_id)
      AND NOT EXISTS (SELECT 1 FROM seen_parted AS x WHERE x.id = c.author_id AND (x.kept OR NOT (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = c.id))))));

CREATE VIEW seen_photo_gone AS
SELECT c.id, c.parent_id AS photo_id
FROM seen_photo AS p JOIN item AS c ON c.parent_id = p.id
WHERE c.kind = 'comment' AND c.state <> 'shown'
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = c.author_id);

-- The notice board: as for posts, to Everyone or groups. Whether I said that I have read it is mine to see.
CREATE VIEW seen_announcement AS
SELECT r.id, r.author_id, r.audience, r.state, r.version, r.made_at, r.edited_at, r.removed_by,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(a.title, 'announcement') ELSE a.title END AS title, CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(a.body, 'announcement') ELSE a.body END AS body, a.until_at,
       (SELECT read_at FROM announcement_read WHERE announcement_id = r.id AND account_id = viewer()) AS read_at
FROM announcement AS a CROSS JOIN seen_top AS r ON r.id = a.id
WHERE typeof(a.title) = 'text';

-- To whom an announcement goes, group by group, and when they said that they have read it: for staff who moderate,
-- and for its author where that is staff. Nobody else, and no member whoever wrote it, learns who has read what.
CREATE VIEW seen_receipt AS
SELECT t.id AS announcement_id, p.id AS account_id, p.username, p.shown_name, m.group_id,
       (SELECT read_at FROM announcement_read WHERE announcement_id = t.id AND account_id = p.id) AS read_at
FROM seen_top AS t JOIN account AS p ON p.standing IN ('active', 'read_only') AND p.id <> t.author_id
LEFT JOIN membership AS m ON m.account_id = p.id
WHERE t.kind = 'announcement' AND t.audience = 'everyone' AND t.state = 'shown'
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = p.id) AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = p.id)
  AND (viewer_holds('moderate')
    OR (t.author_id = viewer() AND (SELECT role FROM account WHERE id = viewer()) <> 'member'))
UNION ALL
SELECT t.id, p.id, p.username, p.shown_name, m.group_id,
       (SELECT read_at FROM announcement_read WHERE announcement_id = t.id AND account_id = p.id)
FROM seen_top AS t JOIN item_to AS g ON g.item_id = t.id AND g.kind = 'group'
JOIN membership AS m ON m.group_id = g.target_id JOIN account AS p ON p.id = m.account_id
WHERE t.kind = 'announcement' AND t.audience = 'groups' AND t.state = 'shown'
  AND p.standing IN ('active', 'read_only') AND p.id <> t.author_id
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = p.id) AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = p.id)
  AND (viewer_holds('moderate')
    OR (t.author_id = viewer() AND (SELECT role FROM account WHERE id = viewer()) <> 'member'));

-- Events: as for posts, to Everyone or groups.
CREATE VIEW seen_event AS
SELECT r.id, r.author_id, r.audience, r.state, r.version, r.made_at, r.edited_at, r.removed_by,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(e.title, 'event') ELSE e.title END AS title, CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(e.about, 'event') ELSE e.about END AS about,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(e.place, 'event') ELSE e.place END AS place,
       e.all_day, e.starts, e.ends, e.cancelled
FROM event AS e CROSS JOIN seen_top AS r ON r.id = e.id
WHERE typeof(e.title) = 'text';

-- Who comes to an event one sees: people one sees, as for reactions. So what is counted is counted of them alone.
CREATE VIEW seen_answer AS
SELECT x.event_id, x.account_id, x.answer, x.since_at
FROM seen_top AS r JOIN event_answer AS x ON x.event_id = r.id
WHERE r.kind = 'event' AND typeof(x.answer) = 'text'
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = x.account_id);

-- Files: for the members of their group, as for posts.
CREATE VIEW seen_file AS
SELECT r.id, f.author_id, r.audience, r.state, r.version, r.made_at, r.edited_at, r.removed_by, f.group_id,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(f.name, 'file') ELSE f.name END AS name, f.sort, f.shelf, f.bytes,
       CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(f.about, 'file') ELSE f.about END AS about
FROM file AS f CROSS JOIN seen_top AS r ON r.id = f.id
WHERE typeof(f.name) = 'text';

-- What the files of a group take, whoever put them there: only how much, for whoever may be told that it is full.
CREATE VIEW seen_file_weight AS
SELECT f.group_id, f.bytes
FROM file AS f JOIN item AS i ON i.id = f.id
WHERE viewer() > 0 AND typeof(f.name) = 'text' AND i.state <> 'removed'
  AND (viewer_holds('moderate') OR viewer_holds('accounts')
    OR EXISTS (SELECT 1 FROM membership WHERE group_id = f.group_id AND account_id = viewer())
    OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = f.group_id))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = f.author_id);

-- To which groups an announcement, event or file goes: as for albums.
CREATE VIEW seen_board_target AS
SELECT t.item_id, t.target_id
FROM item_to AS t JOIN seen_top AS r ON r.id = t.item_id
WHERE r.kind IN ('announcement', 'event', 'file') AND t.kind = 'group'
  AND (r.author_id = viewer() OR viewer_holds('moderate')
    OR EXISTS (SELECT 1 FROM membership WHERE group_id = t.target_id AND account_id = viewer())
    OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = t.target_id AND duty = 'moderate'));

-- What any of the three says, for lists of all sorts of things.
CREATE VIEW seen_board AS
SELECT id, 'announcement' AS kind, author_id, state, removed_by, made_at, edited_at, title, body FROM seen_announcement
UNION ALL
SELECT id, 'event', author_id, state, removed_by, made_at, edited_at, title, trim(place || char(10, 10) || about, char(10)) FROM seen_event
UNION ALL
SELECT id, 'file', author_id, state, removed_by, made_at, edited_at, name, about FROM seen_file;

-- Those that others no longer see, and that were for whoever looks: only which, so that open pages let them go.
-- Between people who blocked each other there is nothing to let go.
CREATE VIEW seen_board_gone AS
SELECT i.id, i.kind FROM item AS i
WHERE i.kind IN ('announcement', 'event', 'file') AND i.state <> 'shown' AND viewer() > 0
  AND (i.audience = 'everyone' OR viewer_holds('moderate') OR i.author_id = viewer()
    OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = i.id))
    OR EXISTS (SELECT 1 FROM item_to AS t JOIN membership AS m ON m.group_id = t.target_id
               WHERE t.item_id = i.id AND t.kind = 'group' AND m.account_id = viewer()))
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = i.author_id);

-- People tagged in a photo one sees. What waits for the tagged person's word, they and its maker alone see, and what
-- they refused nobody. Where the viewer and the tagged person are parted it is not there for the viewer (staff who
-- moderate see it across a block), nor where its maker is a stranger; where that person is parted from its maker, or
-- does not see the photo, it is there for nobody.
CREATE VIEW seen_spot AS
SELECT s.id, s.photo_id, s.person_id, s.maker_id, p.author_id, s.across, s.down, s.state, s.made_at, p.shielded
FROM spot AS s JOIN seen_photo AS p ON p.id = s.photo_id JOIN item AS r ON r.id = p.parent_id
WHERE (s.state = 'shown'
    OR (s.state = 'asked' AND viewer() IN (s.person_id, s.maker_id)
      AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = s.maker_id)))
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = s.person_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = s.person_id)
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.maker_id)
  AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = s.maker_id AND other_id = s.person_id)
  AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = p.author_id AND other_id = s.person_id)
  AND ((r.author_id = s.person_id AND p.author_id = s.person_id)
    OR (CASE r.audience
          WHEN 'everyone' THEN 1
          WHEN 'groups'   THEN EXISTS (SELECT 1 FROM item_to AS t JOIN membership AS m ON m.group_id = t.target_id
                                       WHERE t.item_id = r.id AND t.kind = 'group' AND m.account_id = s.person_id)
          WHEN 'contacts' THEN EXISTS (SELECT 1 FROM contact WHERE owner_id = r.author_id AND person_id = s.person_id)
          WHEN 'aspects'  THEN EXISTS (SELECT 1 FROM item_to AS t JOIN aspect_person AS q ON q.aspect_id = t.target_id
                                       WHERE t.item_id = r.id AND t.kind = 'aspect' AND q.person_id = s.person_id)
          WHEN 'people'   THEN EXISTS (SELECT 1 FROM item_to AS t
                                       WHERE t.item_id = r.id AND t.kind = 'person' AND t.target_id = s.person_id)
          ELSE 0
        END
      AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = r.author_id AND other_id = s.person_id)));

-- Whether I want to be asked before I am tagged: mine alone.
CREATE VIEW seen_spot_ask AS
SELECT account_id FROM spot_ask WHERE viewer() > 0 AND account_id = viewer();

-- The names of all files that something names, and nothing else of it: for the sweep of the shelf alone (tidy).
CREATE VIEW seen_on_shelf AS
SELECT name FROM photo WHERE typeof(name) = 'text'
UNION ALL SELECT name FROM comment_photo WHERE typeof(name) = 'text'
UNION ALL SELECT picture FROM account WHERE picture IS NOT NULL
UNION ALL SELECT picture FROM "group" WHERE picture IS NOT NULL
UNION ALL SELECT shelf FROM file WHERE typeof(shelf) = 'text'
UNION ALL SELECT name FROM draft_photo WHERE typeof(name) = 'text'
UNION ALL SELECT name FROM message_photo WHERE typeof(name) = 'text'
UNION ALL SELECT shelf FROM message_file WHERE typeof(shelf) = 'text'
UNION ALL SELECT picture FROM conversation WHERE picture IS NOT NULL;

-- What each of my files takes on the disk, as long as it is there for somebody: mine alone. Sorts of files that come
-- later are one more part here.
CREATE VIEW seen_my_space AS
SELECT 'photo' AS kind, p.bytes
FROM item AS f JOIN item AS r ON r.id = f.parent_id JOIN photo AS p ON p.id = f.id
WHERE viewer() > 0 AND f.kind = 'photo' AND f.author_id = viewer() AND f.state <> 'removed' AND r.state <> 'removed'
  AND typeof(p.name) = 'text'
UNION ALL
SELECT 'comment', p.bytes
FROM item AS c JOIN comment_photo AS p ON p.id = c.id
WHERE viewer() > 0 AND c.kind = 'comment' AND c.author_id = viewer() AND c.state <> 'removed' AND typeof(p.name) = 'text'
UNION ALL
SELECT 'file', f.bytes
FROM file AS f JOIN item AS i ON i.id = f.id
WHERE viewer() > 0 AND f.author_id = viewer() AND i.state <> 'removed' AND typeof(f.name) = 'text'
UNION ALL
SELECT 'draft', bytes FROM draft_photo WHERE viewer() > 0 AND account_id = viewer()
UNION ALL
SELECT 'message', p.bytes
FROM item AS f JOIN item AS m ON m.id = f.parent_id JOIN message_photo AS p ON p.id = f.id
WHERE viewer() > 0 AND f.kind = 'photo' AND f.author_id = viewer() AND f.state <> 'removed' AND m.state <> 'removed'
  AND typeof(p.name) = 'text'
UNION ALL
SELECT 'document', f.bytes
FROM message_file AS f JOIN item AS m ON m.id = f.message_id
WHERE viewer() > 0 AND f.author_id = viewer() AND m.state <> 'removed' AND typeof(f.name) = 'text';

-- Chat. A conversation is seen by who is in it, and by nobody else, staff neither: what staff see of private talk, they
-- see in a case or under a Reading, and nothing here gives it to them. Who left it sees it no more; nor does either of two
-- whom staff keep apart.
CREATE VIEW seen_conversation AS
SELECT c.id, c.sort, c.pair, c.group_id,
       -- What a stranger called it, and the picture that they gave it, are theirs.
       CASE WHEN c.named_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.named_by) THEN '' ELSE c.name END AS name,
       CASE WHEN c.pictured_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.pictured_by) THEN NULL ELSE c.picture END AS picture,
       c.newcomers_see,
       -- A stranger's message moves nothing: the newest that somebody else sent.
       CASE WHEN NOT EXISTS (SELECT 1 FROM seen_stranger) THEN c.last
            ELSE coalesce((SELECT m.place FROM message AS m
                           WHERE m.conversation_id = c.id AND m.place <= c.last AND m.seen = 1
                             AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.author_id)
                           ORDER BY m.place DESC LIMIT 1), 0)
            END AS last,
       c.open, p.since, p.read, p.muted, p.put_away, p.leads
FROM participant AS p JOIN conversation AS c ON c.id = p.conversation_id
WHERE viewer() > 0 AND p.account_id = viewer() AND p.gone IS NULL AND typeof(c.sort) = 'text'
  AND NOT (c.sort = 'two' AND EXISTS (SELECT 1 FROM participant AS o JOIN seen_stranger AS x ON x.id = o.account_id
                                      WHERE o.conversation_id = c.id));

-- Who is in it with me. Not whose account closes, and no stranger.
CREATE VIEW seen_participant AS
SELECT o.conversation_id, o.account_id, o.leads
FROM participant AS p JOIN participant AS o ON o.conversation_id = p.conversation_id
WHERE viewer() > 0 AND p.account_id = viewer() AND p.gone IS NULL AND o.gone IS NULL AND typeof(o.leads) = 'integer'
  AND (o.account_id = viewer()
    OR (NOT EXISTS (SELECT 1 FROM closing WHERE account_id = o.account_id) AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = o.account_id)))
  AND NOT (EXISTS (SELECT 1 FROM seen_stranger)
    AND (SELECT sort FROM conversation WHERE id = o.conversation_id) = 'two'
    AND EXISTS (SELECT 1 FROM participant AS q JOIN seen_stranger AS x ON x.id = q.account_id
                WHERE q.conversation_id = o.conversation_id));

-- Who is in which conversation, or was, for the box itself: it asks each of them anew what they have not read. For no
-- page (tidy).
CREATE VIEW seen_to_count AS
SELECT conversation_id, account_id FROM participant
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(muted) = 'integer';

-- How far others have read it, where the rule of the house lets people know, and nowhere else. What was said before they
-- came (`came`) nobody is said to have read. Among many, nobody who is parted from me: neither sees what the other says;
-- of two, a block leaves it, and a stranger is nowhere.
CREATE VIEW seen_reader AS
SELECT o.conversation_id, o.account_id, o.came, o.read
FROM participant AS p JOIN participant AS o ON o.conversation_id = p.conversation_id
WHERE viewer() > 0 AND p.account_id = viewer() AND p.gone IS NULL AND o.gone IS NULL AND o.account_id <> viewer()
  AND typeof(o.read) = 'integer' AND (SELECT value FROM rule WHERE name = 'show_read') = 'yes'
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = o.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_apart AS x WHERE x.id = o.account_id
                  AND (x.kept OR (SELECT sort FROM conversation WHERE id = o.conversation_id) <> 'two'));

-- Messages: of conversations one is in, from where one came in. Among many, those whom a block keeps apart do not see
-- each other's; of two, what was said stays, and nothing more can be. (`+`: whoever asks says where in the conversation
-- to begin, and the index is for that; else each look would walk all that was said since one came.)
CREATE VIEW seen_message AS
SELECT m.id, m.conversation_id, m.author_id, i.state, i.version, i.made_at, i.edited_at, i.removed_by,
       m.place, m.changed, m.arrived_at,
       CASE WHEN i.watched & 1 AND m.author_id <> viewer() THEN censored(m.body, 'message') ELSE m.body END AS body,
       CASE WHEN m.answers_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = m.answers_id) THEN NULL ELSE m.answers_id END AS answers_id,
       m.photos, m.files, m.reacted, m.sent_key,
       CASE WHEN m.author_id = viewer() THEN i.watched ELSE 0 END AS watched, i.watched & 1 AS masked
FROM participant AS p JOIN message AS m ON m.conversation_id = p.conversation_id JOIN item AS i ON i.id = m.id
WHERE viewer() > 0 AND p.account_id = viewer() AND p.gone IS NULL AND +m.place > p.since AND typeof(m.body) = 'text'
  AND ((m.author_id = viewer() AND (i.state <> 'removed' OR i.removed_by IS NOT viewer()))
    OR (i.state = 'shown' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = m.author_id)
      AND NOT EXISTS (SELECT 1 FROM seen_apart AS x WHERE x.id = m.author_id
                      AND (x.kept OR (SELECT sort FROM conversation WHERE id = m.conversation_id) <> 'two'))))
  -- What one said oneself to a stranger goes with the conversation. Most have none, which is asked once.
  AND NOT (EXISTS (SELECT 1 FROM seen_stranger)
    AND (SELECT sort FROM conversation WHERE id = m.conversation_id) = 'two'
    AND EXISTS (SELECT 1 FROM participant AS o JOIN seen_stranger AS x ON x.id = o.account_id
                WHERE o.conversation_id = m.conversation_id));

-- Messages that others no longer see, and could see once (`seen`), and those that I took back myself: only which, so that
-- open pages let them go.
CREATE VIEW seen_message_gone AS
SELECT m.id, m.conversation_id, m.changed
FROM participant AS p JOIN message AS m ON m.conversation_id = p.conversation_id JOIN item AS i ON i.id = m.id
WHERE viewer() > 0 AND p.account_id = viewer() AND p.gone IS NULL AND m.place > p.since AND i.state <> 'shown'
  AND ((m.author_id <> viewer() AND m.seen = 1) OR (m.author_id = viewer() AND i.removed_by = viewer()))
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = m.author_id);

-- What became of what I sent, also where I am no longer: for sending again what may have arrived.
CREATE VIEW seen_my_message AS
SELECT m.id, m.conversation_id, m.author_id, m.sent_key, i.state
FROM message AS m JOIN item AS i ON i.id = m.id
WHERE viewer() > 0 AND m.author_id = viewer() AND m.sent_key IS NOT NULL AND typeof(i.state) = 'text';

-- What staff who moderate see of messages without a Reading. Who moderates some groups: of the conversations of those,
-- and of no other. Of the conversation of a group: what its members see. Of
-- private talk: a message that waits, was reported or was decided upon. And round it, only while it waits or its report
-- is open, and for seven days of the box after it was decided or closed: ten messages on each side of it, and of a
-- conversation that was reported as a whole the thirty before the newest report and ten after it. What its author took
-- back is not among those: it is seen only where it was itself reported or decided upon. Nothing else of it.
CREATE VIEW seen_message_by_staff AS
SELECT m.id, m.conversation_id, m.author_id, i.state, i.made_at, i.edited_at, i.removed_by,
       m.place, m.changed, m.arrived_at, m.body, m.answers_id, m.photos, c.sort
FROM message AS m JOIN item AS i ON i.id = m.id JOIN conversation AS c ON c.id = m.conversation_id
WHERE typeof(m.body) = 'text' AND (viewer_holds('moderate') OR viewer_holds_in_groups('moderate'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.author_id)
  AND (viewer_holds('moderate')
    OR (viewer_holds_in_groups('moderate') AND c.sort = 'group'
      AND EXISTS (SELECT 1 FROM seen_charge WHERE group_id = c.group_id AND duty = 'moderate')))
  AND ((c.sort = 'group' AND i.state = 'shown' AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = m.author_id))
    OR i.state = 'held'
    OR EXISTS (SELECT 1 FROM report WHERE item_id = m.id)
    OR EXISTS (SELECT 1 FROM decision WHERE item_id = m.id)
    OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = m.id AND action <> 'help')
    OR (NOT (i.state = 'removed' AND i.removed_by IS m.author_id)
      AND (EXISTS (SELECT 1 FROM (SELECT id FROM message WHERE conversation_id = m.conversation_id AND place < m.place
                                  ORDER BY place DESC LIMIT 10) AS k
                   WHERE (SELECT state FROM item WHERE id = k.id) = 'held'
                      OR EXISTS (SELECT 1 FROM report WHERE item_id = k.id
                                   AND (closed_at IS NULL OR closed_day > (SELECT days FROM day_count) - 7))
                      OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = k.id AND action <> 'help' AND closed_at IS NULL)
                      OR EXISTS (SELECT 1 FROM decision WHERE item_id = k.id AND day > (SELECT days FROM day_count) - 7))
        OR EXISTS (SELECT 1 FROM (SELECT id FROM message WHERE conversation_id = m.conversation_id AND place > m.place
                                  ORDER BY place LIMIT 10) AS k
                   WHERE (SELECT state FROM item WHERE id = k.id) = 'held'
                      OR EXISTS (SELECT 1 FROM report WHERE item_id = k.id
                                   AND (closed_at IS NULL OR closed_day > (SELECT days FROM day_count) - 7))
                      OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = k.id AND action <> 'help' AND closed_at IS NULL)
                      OR EXISTS (SELECT 1 FROM decision WHERE item_id = k.id AND day > (SELECT days FROM day_count) - 7))
        OR EXISTS (SELECT 1 FROM (SELECT max(at_place) AS place FROM report WHERE item_id = m.conversation_id
                                    AND (closed_at IS NULL OR closed_day > (SELECT days FROM day_count) - 7)) AS r
                   WHERE r.place IS NOT NULL
                     AND (SELECT count(*) FROM (SELECT 1 FROM message AS n WHERE n.conversation_id = m.conversation_id
                                                  AND n.place > min(m.place, r.place) AND n.place <= max(m.place, r.place)
                                                LIMIT 30))
                         <= CASE WHEN m.place > r.place THEN 10 ELSE 29 END))));

CREATE VIEW seen_message_of_group AS
SELECT id, conversation_id, author_id, state, edited_at, removed_by, place, arrived_at, body, answers_id
FROM seen_message_by_staff WHERE sort = 'group' AND state = 'shown';

CREATE VIEW seen_photo_by_staff AS
SELECT f.id, f.message_id, f.place, f.name, f.alt
FROM seen_message_by_staff AS m JOIN message_photo AS f ON f.message_id = m.id
WHERE typeof(f.name) = 'text';

-- A document of a message is where its message is: for staff as here, under a Reading, and for those who talk.
CREATE VIEW seen_message_file_by_staff AS
SELECT f.id, f.message_id, f.place, f.name, f.sort, f.shelf, f.bytes
FROM seen_message_by_staff AS m JOIN message_file AS f ON f.message_id = m.id
WHERE typeof(f.name) = 'text';

-- What a message at the desk said before: for those who decide about it.
CREATE VIEW seen_edit_at_desk AS
SELECT e.item_id, e.version, e.body, e.until_at
FROM seen_at_desk AS d JOIN edit AS e ON e.item_id = d.id
WHERE d.kind = 'message' AND typeof(e.body) = 'text';

-- In which conversation a message stands that staff see so, or which one was reported, and who is or was in it.
CREATE VIEW seen_talk_in_case AS
SELECT m.id AS case_id, c.id, c.sort, c.group_id,
       CASE WHEN c.named_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.named_by) THEN '' ELSE c.name END AS name,
       CASE WHEN c.pictured_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.pictured_by) THEN NULL ELSE c.picture END AS picture,
       m.place AS at_place
FROM seen_message_by_staff AS m JOIN conversation AS c ON c.id = m.conversation_id
WHERE typeof(c.name) = 'text'
UNION ALL
SELECT d.id, c.id, c.sort, c.group_id,
       CASE WHEN c.named_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.named_by) THEN '' ELSE c.name END,
       CASE WHEN c.pictured_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.pictured_by) THEN NULL ELSE c.picture END,
       (SELECT max(at_place) FROM report WHERE item_id = d.id)
FROM seen_at_desk AS d JOIN conversation AS c ON c.id = d.id
WHERE typeof(c.name) = 'text';

CREATE VIEW seen_people_in_case AS
SELECT t.case_id, p.account_id, p.gone IS NOT NULL AS gone
FROM seen_talk_in_case AS t JOIN participant AS p ON p.conversation_id = t.id
WHERE typeof(p.since) = 'integer' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = p.account_id);

-- The conversations of groups, for staff who moderate, who read them as they read what is posted to a group.
CREATE VIEW seen_talk_of_group AS
SELECT c.id, c.group_id, c.open FROM conversation AS c
WHERE c.sort = 'group' AND typeof(c.open) = 'integer' AND (viewer_holds('moderate') OR viewer_holds_in_groups('moderate'))
  AND (viewer_holds('moderate')
    OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_charge WHERE group_id = c.group_id AND duty = 'moderate')));

-- Which message at the desk stands where, without a word of it.
CREATE VIEW seen_message_at_desk AS
SELECT m.id, m.conversation_id, m.seen, m.author_id, c.sort
FROM seen_at_desk AS d JOIN message AS m ON m.id = d.id JOIN conversation AS c ON c.id = m.conversation_id
WHERE typeof(m.body) = 'text' AND typeof(c.sort) = 'text';

-- Readings: whoever opened one; those who hold Safeguard and may confirm it, where it needs a second, but nobody whom
-- it is about; and all of them for who holds Audit, but one that is about themselves, or what they are or were in, only
-- once they are told of it like anybody else. `alive` by both clocks, and only since this start of the box.
CREATE VIEW seen_reading AS
SELECT r.id, r.staff_id, r.conversation_id, r.person_id, r.of_posts, r.reason, r.words, r.asked_at, r.needs_second,
       CASE WHEN r.second_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = r.second_id) THEN 0 ELSE r.second_id END AS second_id,
       r.refused, r.until_at, r.ended_at,
       CASE WHEN r.ended_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = r.ended_by) THEN 0 ELSE r.ended_by END AS ended_by, r.shown_at, r.shown, r.tell_day, r.told_at,
       (r.ended_at IS NULL AND r.refused = 0 AND now_ms() >= r.from_at AND now_ms() < r.until_at
        AND r.boot = (SELECT max(id) FROM boot) AND up_ms() < r.until_up_ms) AS alive
FROM reading AS r
WHERE viewer() > 0
  AND ((viewer_holds('audit') AND r.told_at IS NOT NULL)
    OR ((viewer_holds('audit')
        OR (viewer_holds('safeguard')
          AND (r.staff_id = viewer() OR r.second_id = viewer() OR (r.needs_second = 1 AND r.second_id IS NULL))))
      AND r.person_id IS NOT viewer()
      AND NOT EXISTS (SELECT 1 FROM participant WHERE conversation_id = r.conversation_id AND account_id = viewer())))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (r.staff_id, r.person_id))
  AND NOT EXISTS (SELECT 1 FROM participant AS o JOIN seen_stranger AS x ON x.id = o.account_id
                  WHERE o.conversation_id = r.conversation_id);

-- The only way to private talk beside a case: one's own Reading that is open at this moment. Only the slice of Readings
-- may name it and what stands on it (tidy). Nobody reads so what they are or were in.
CREATE VIEW seen_reading_open AS
SELECT r.id, r.conversation_id, r.person_id, r.of_posts
FROM seen_reading AS r
WHERE r.staff_id = viewer() AND viewer_holds('safeguard') AND r.alive AND (r.needs_second = 0 OR r.second_id IS NOT NULL)
  AND r.person_id IS NOT viewer()
  AND NOT EXISTS (SELECT 1 FROM participant WHERE conversation_id = r.conversation_id AND account_id = viewer());

-- Under a Reading of what somebody posts for few: their posts for contacts, aspects or people, also what waits or was
-- taken away, with what is written under them and under their photos, by whomever; the photos of all that; what the
-- poll asks; what it said before; and for which people by name. What is for the author alone nobody reads, nor what is
-- not sent; what is for everyone or a group is no secret.
CREATE VIEW seen_reading_post AS
SELECT o.id AS reading_id, i.id, i.author_id, i.audience, i.state, i.removed_by, i.made_at, i.edited_at, p.body, p.root_id
FROM seen_reading_open AS o CROSS JOIN item AS i ON i.author_id = o.person_id CROSS JOIN post AS p ON p.id = i.id
WHERE o.of_posts = 1 AND i.kind = 'post' AND i.audience IN ('contacts', 'aspects', 'people')
  AND typeof(p.body) = 'text' AND typeof(i.state) = 'text';

CREATE VIEW seen_reading_comment AS
SELECT t.reading_id, t.id AS post_id, c.id, c.author_id, c.parent_id, c.state, c.removed_by, c.made_at, c.edited_at, b.body
FROM seen_reading_post AS t JOIN item AS c ON c.parent_id = t.id JOIN comment AS b ON b.id = c.id
WHERE c.kind = 'comment' AND typeof(b.body) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.author_id)
UNION ALL
SELECT t.reading_id, t.id, c.id, c.author_id, c.parent_id, c.state, c.removed_by, c.made_at, c.edited_at, b.body
FROM seen_reading_post AS t JOIN item AS f ON f.parent_id = t.id JOIN item AS c ON c.parent_id = f.id
JOIN comment AS b ON b.id = c.id
WHERE f.kind = 'photo' AND c.kind = 'comment' AND typeof(b.body) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.author_id);

-- Under the same Reading: their albums for few, with every photo in them and what is written under each.
CREATE VIEW seen_reading_album AS
SELECT o.id AS reading_id, i.id, i.author_id, i.audience, i.state, i.removed_by, i.made_at, i.edited_at, a.title, a.about
FROM seen_reading_open AS o CROSS JOIN item AS i ON i.author_id = o.person_id CROSS JOIN album AS a ON a.id = i.id
WHERE o.of_posts = 1 AND i.kind = 'album' AND i.audience IN ('contacts', 'aspects', 'people')
  AND typeof(a.title) = 'text' AND typeof(i.state) = 'text';

CREATE VIEW seen_reading_photo_of_album AS
SELECT t.reading_id, t.id AS album_id, f.id, f.author_id, f.state, f.removed_by, f.made_at, f.edited_at
FROM seen_reading_album AS t JOIN item AS f ON f.parent_id = t.id
WHERE f.kind = 'photo' AND typeof(f.state) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = f.author_id);

-- The same photos by their own number. CROSS: from the photo to its album, not through all that the person made.
CREATE VIEW seen_reading_album_photo AS
SELECT t.reading_id, t.id AS album_id, f.id, f.author_id, f.state, f.removed_by, f.made_at, f.edited_at, p.name,
       trim(p.caption || char(10) || p.alt, char(10)) AS words
FROM item AS f CROSS JOIN photo AS p ON p.id = f.id CROSS JOIN seen_reading_album AS t ON t.id = f.parent_id
WHERE f.kind = 'photo' AND typeof(p.name) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = f.author_id);

CREATE VIEW seen_reading_comment_of_photo AS
SELECT t.reading_id, t.id AS photo_id, c.id, c.author_id, c.state, c.removed_by, c.made_at, c.edited_at, b.body
FROM seen_reading_album_photo AS t JOIN item AS c ON c.parent_id = t.id JOIN comment AS b ON b.id = c.id
WHERE c.kind = 'comment' AND typeof(b.body) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.author_id);

-- All those comments by their own number, since a page asks for what belongs to each. Two views, since SQLite looks
-- through the whole of a view of two halves where another stands on it.
CREATE VIEW seen_reading_said AS
SELECT t.reading_id, t.id AS post_id, c.id
FROM item AS c JOIN item AS u ON u.id = c.parent_id
JOIN seen_reading_post AS t ON t.id = CASE u.kind WHEN 'photo' THEN u.parent_id ELSE u.id END
WHERE c.kind = 'comment' AND typeof(c.state) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.author_id);

CREATE VIEW seen_reading_said_in_album AS
SELECT t.reading_id, t.id AS album_id, c.id
FROM item AS c CROSS JOIN item AS u ON u.id = c.parent_id CROSS JOIN seen_reading_album AS t ON t.id = u.parent_id
WHERE c.kind = 'comment' AND u.kind = 'photo' AND typeof(c.state) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.author_id);

CREATE VIEW seen_reading_photo_of_post AS
SELECT t.reading_id, t.id AS post_id, f.id, p.place, p.name, trim(p.caption || char(10) || p.alt, char(10)) AS words
FROM seen_reading_post AS t JOIN item AS f ON f.parent_id = t.id JOIN photo AS p ON p.id = f.id
WHERE f.kind = 'photo' AND typeof(p.name) = 'text';

-- The same by their own number (see seen_reading_album_photo).
CREATE VIEW seen_reading_post_photo AS
SELECT t.reading_id, f.id, p.name
FROM item AS f CROSS JOIN photo AS p ON p.id = f.id CROSS JOIN seen_reading_post AS t ON t.id = f.parent_id
WHERE f.kind = 'photo' AND typeof(p.name) = 'text';

CREATE VIEW seen_reading_photo_of_comment AS
SELECT c.reading_id, c.id, p.name, p.alt
FROM seen_reading_said AS c JOIN comment_photo AS p ON p.id = c.id
WHERE typeof(p.name) = 'text';

CREATE VIEW seen_reading_photo_of_album_comment AS
SELECT c.reading_id, c.id, p.name, p.alt
FROM seen_reading_said_in_album AS c JOIN comment_photo AS p ON p.id = c.id
WHERE typeof(p.name) = 'text';

CREATE VIEW seen_reading_question AS
SELECT t.reading_id, q.id, q.question FROM seen_reading_post AS t JOIN poll AS q ON q.id = t.id
WHERE q.question <> '';

CREATE VIEW seen_reading_option AS
SELECT t.reading_id, o.poll_id, o.place, o.words
FROM seen_reading_post AS t JOIN poll_option AS o ON o.poll_id = t.id WHERE typeof(o.words) = 'text';

CREATE VIEW seen_reading_version_of_post AS
SELECT t.reading_id, e.item_id, e.version, e.body, e.until_at
FROM seen_reading_post AS t JOIN edit AS e ON e.item_id = t.id WHERE typeof(e.body) = 'text';

CREATE VIEW seen_reading_version_of_comment AS
SELECT c.reading_id, e.item_id, e.version, e.body, e.until_at
FROM seen_reading_said AS c JOIN edit AS e ON e.item_id = c.id WHERE typeof(e.body) = 'text';

CREATE VIEW seen_reading_version_of_album_comment AS
SELECT c.reading_id, e.item_id, e.version, e.body, e.until_at
FROM seen_reading_said_in_album AS c JOIN edit AS e ON e.item_id = c.id WHERE typeof(e.body) = 'text';

CREATE VIEW seen_reading_version_of_album AS
SELECT t.reading_id, e.item_id, e.version, e.body, e.until_at
FROM seen_reading_album AS t JOIN edit AS e ON e.item_id = t.id WHERE typeof(e.body) = 'text';

-- What was said before about a photo of a post, and of an album.
CREATE VIEW seen_reading_version_of_photo AS
SELECT t.reading_id, e.item_id, e.version, e.body, e.until_at
FROM edit AS e CROSS JOIN item AS f ON f.id = e.item_id CROSS JOIN seen_reading_post AS t ON t.id = f.parent_id
WHERE f.kind = 'photo' AND typeof(e.body) = 'text';

CREATE VIEW seen_reading_version_of_album_photo AS
SELECT t.reading_id, e.item_id, e.version, e.body, e.until_at
FROM edit AS e CROSS JOIN seen_reading_album_photo AS t ON t.id = e.item_id WHERE typeof(e.body) = 'text';

CREATE VIEW seen_reading_target AS
SELECT t.reading_id, t.id AS post_id, x.target_id AS account_id
FROM seen_reading_post AS t JOIN item_to AS x ON x.item_id = t.id
WHERE x.kind = 'person' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = x.target_id);

CREATE VIEW seen_reading_target_of_album AS
SELECT t.reading_id, t.id AS album_id, x.target_id AS account_id
FROM seen_reading_album AS t JOIN item_to AS x ON x.item_id = t.id
WHERE x.kind = 'person' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = x.target_id);

-- Under a Reading of a conversation: every message of it, also what waits or was taken away.
CREATE VIEW seen_reading_message AS
SELECT m.id, m.conversation_id, m.author_id, i.state, i.removed_by, i.made_at, i.edited_at, m.place, m.arrived_at, m.body,
       m.answers_id, m.photos
FROM message AS m JOIN item AS i ON i.id = m.id
WHERE typeof(m.body) = 'text' AND typeof(i.state) = 'text' AND EXISTS (SELECT 1 FROM seen_reading_open WHERE conversation_id = m.conversation_id);

CREATE VIEW seen_reading_photo AS
SELECT f.id, f.message_id, f.place, f.name, f.alt
FROM seen_reading_message AS m JOIN message_photo AS f ON f.message_id = m.id WHERE typeof(f.name) = 'text';

CREATE VIEW seen_reading_file AS
SELECT f.id, f.message_id, m.conversation_id, f.place, f.name, f.sort, f.shelf, f.bytes
FROM seen_reading_message AS m JOIN message_file AS f ON f.message_id = m.id WHERE typeof(f.name) = 'text';

CREATE VIEW seen_reading_edit AS
SELECT e.item_id, e.version, e.body, e.until_at
FROM seen_reading_message AS m JOIN edit AS e ON e.item_id = m.id WHERE typeof(e.body) = 'text';

-- Whom a Reading of a conversation is about: who is in it, or was.
CREATE VIEW seen_reading_people AS
SELECT r.id AS reading_id, p.account_id, p.gone IS NOT NULL AS gone
FROM seen_reading AS r JOIN participant AS p ON p.conversation_id = r.conversation_id WHERE typeof(p.since) = 'integer';

CREATE VIEW seen_reading_talk AS
SELECT r.id AS reading_id, c.id, c.sort, c.group_id, c.name
FROM seen_reading AS r JOIN conversation AS c ON c.id = r.conversation_id WHERE typeof(c.name) = 'text';

-- Under a Reading of a person: which conversations they are or were in, by name, and with whom. Not a word of them.
CREATE VIEW seen_reading_conversation AS
SELECT o.id AS reading_id, c.id, c.sort, c.group_id, c.name, p.gone IS NOT NULL AS gone
FROM seen_reading_open AS o JOIN participant AS p ON p.account_id = o.person_id JOIN conversation AS c ON c.id = p.conversation_id
WHERE o.of_posts = 0 AND typeof(c.name) = 'text' AND typeof(p.since) = 'integer' AND c.last > 0
  AND NOT EXISTS (SELECT 1 FROM participant AS q JOIN seen_stranger AS x ON x.id = q.account_id WHERE q.conversation_id = c.id);

-- The picture of a conversation that is open under a Reading, or that one of a person names.
CREATE VIEW seen_reading_picture AS
SELECT o.id AS reading_id, c.id AS conversation_id, c.picture
FROM seen_reading_open AS o JOIN conversation AS c ON c.id = o.conversation_id WHERE c.picture IS NOT NULL
UNION ALL
SELECT t.reading_id, c.id, c.picture
FROM seen_reading_conversation AS t JOIN conversation AS c ON c.id = t.id WHERE c.picture IS NOT NULL;

CREATE VIEW seen_reading_companion AS
SELECT t.reading_id, p.conversation_id, p.account_id
FROM seen_reading_conversation AS t JOIN participant AS p ON p.conversation_id = t.id WHERE typeof(p.since) = 'integer';

-- Am I, or was I, in it? Only that, for the rule that nobody reads what they are in.
CREATE VIEW seen_reading_own AS
SELECT conversation_id FROM participant WHERE viewer() > 0 AND account_id = viewer() AND typeof(since) = 'integer';

-- That staff read it, once people are told: for whoever is in the conversation, and for the person themselves.
CREATE VIEW seen_told_reading AS
SELECT r.id, r.conversation_id, r.person_id, r.of_posts, r.reason, r.shown_at
FROM reading AS r
WHERE viewer() > 0 AND r.told_at IS NOT NULL
  AND (r.person_id = viewer()
    OR EXISTS (SELECT 1 FROM seen_conversation WHERE id = r.conversation_id));

-- Whom to tell of a Reading: for the writer that tells them alone (see Change::to_tell).
CREATE VIEW seen_to_tell AS
SELECT r.id AS reading_id, p.account_id FROM reading AS r JOIN participant AS p ON p.conversation_id = r.conversation_id
WHERE viewer() = -1 AND p.gone IS NULL AND typeof(r.reason) = 'text'
UNION ALL
SELECT id, person_id FROM reading WHERE viewer() = -1 AND person_id IS NOT NULL;

-- For the box itself, which tells people when the day comes, and for no page (tidy).
CREATE VIEW seen_reading_due AS
SELECT id, conversation_id, of_posts, reason, tell_day FROM reading
WHERE viewer() = 0 AND viewer_holds('audit') AND told_at IS NULL AND shown_at IS NOT NULL AND tell_day IS NOT NULL;

CREATE VIEW seen_message_photo AS
SELECT f.id, f.message_id, m.conversation_id, f.place, f.name,
       CASE WHEN m.masked AND m.author_id <> viewer() THEN censored(f.alt, 'alt') ELSE f.alt END AS alt, f.width, f.height
FROM seen_message AS m JOIN message_photo AS f ON f.message_id = m.id JOIN item AS i ON i.id = f.id
WHERE typeof(f.name) = 'text' AND i.state <> 'removed';

CREATE VIEW seen_message_file AS
SELECT f.id, f.message_id, m.conversation_id, m.author_id, f.place,
       CASE WHEN m.masked AND m.author_id <> viewer() THEN censored(f.name, 'file') ELSE f.name END AS name, f.sort, f.shelf, f.bytes
FROM seen_message AS m JOIN message_file AS f ON f.message_id = m.id
WHERE typeof(f.name) = 'text';

CREATE VIEW seen_message_reaction AS
SELECT x.item_id, x.account_id, x.kind, x.made_at
FROM seen_message AS m JOIN reaction AS x ON x.item_id = m.id
WHERE NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = x.account_id);

-- With whom one could talk privately, as far as the two are concerned; the house rules say which of the three it takes.
-- Nobody who is parted from the viewer.
CREATE VIEW seen_talkable AS
SELECT a.id, a.role <> 'member' AS staff,
       (EXISTS (SELECT 1 FROM contact WHERE owner_id = viewer() AND person_id = a.id)
        AND EXISTS (SELECT 1 FROM contact WHERE owner_id = a.id AND person_id = viewer())) AS mutual,
       EXISTS (SELECT 1 FROM membership AS mine JOIN membership AS theirs ON theirs.group_id = mine.group_id
               WHERE mine.account_id = viewer() AND theirs.account_id = a.id) AS grouped,
       EXISTS (SELECT 1 FROM talk_pair WHERE one_id = min(a.id, viewer()) AND other_id = max(a.id, viewer())) AS paired
FROM account AS a
WHERE viewer() > 0 AND a.id <> viewer() AND a.standing IN ('active', 'read_only') AND typeof(a.role) = 'text'
  AND a.id <> coalesce((SELECT ghost_id FROM site WHERE id = 1), 0)
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM seen_apart WHERE id = a.id);

-- Which pairs staff let talk: for the two, and for staff who keep accounts.
CREATE VIEW seen_talk_pair AS
SELECT one_id, other_id FROM talk_pair
WHERE viewer() > 0 AND typeof(one_id) = 'integer'
  AND (one_id = viewer() OR other_id = viewer() OR viewer_holds('accounts'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (one_id, other_id));

CREATE VIEW seen_unseen_presence AS
SELECT account_id, since_at FROM unseen_presence WHERE viewer() > 0 AND typeof(since_at) = 'integer' AND account_id = viewer();

-- Whose presence one sees: of those who share with one, and with whom one talks, as far as they want to be seen.
CREATE VIEW seen_presence AS
SELECT t.id FROM seen_talkable AS t
WHERE NOT EXISTS (SELECT 1 FROM unseen_presence WHERE account_id = t.id AND since_at IS NOT NULL)
  AND (EXISTS (SELECT 1 FROM contact WHERE owner_id = t.id AND person_id = viewer())
    OR EXISTS (SELECT 1 FROM participant AS mine JOIN participant AS theirs ON theirs.conversation_id = mine.conversation_id
               WHERE mine.account_id = viewer() AND mine.gone IS NULL AND theirs.account_id = t.id AND theirs.gone IS NULL));

-- Reactions: on a post, a photo or a comment one sees, by people one sees.
CREATE VIEW seen_photo_reaction AS
SELECT x.item_id, x.account_id, x.kind, x.made_at
FROM seen_photo AS p JOIN reaction AS x ON x.item_id = p.id
WHERE NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = x.account_id);

CREATE VIEW seen_photo_comment_reaction AS
SELECT x.item_id, x.account_id, x.kind, x.made_at
FROM seen_photo_comment AS c JOIN reaction AS x ON x.item_id = c.id
WHERE NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = x.account_id);

-- The photo of a comment: with the comment, and with it at the desk.
CREATE VIEW seen_comment_photo AS
SELECT p.id, p.name, CASE WHEN c.masked AND c.author_id <> viewer() THEN censored(p.alt, 'alt') ELSE p.alt END AS alt, p.width, p.height
FROM seen_comment AS c JOIN comment_photo AS p ON p.id = c.id
WHERE typeof(p.name) = 'text'
UNION ALL
SELECT p.id, p.name, CASE WHEN c.masked AND c.author_id <> viewer() THEN censored(p.alt, 'alt') ELSE p.alt END AS alt, p.width, p.height
FROM seen_photo_comment AS c JOIN comment_photo AS p ON p.id = c.id
WHERE typeof(p.name) = 'text'
UNION ALL
SELECT p.id, p.name, p.alt, p.width, p.height
FROM seen_at_desk AS d JOIN comment_photo AS p ON p.id = d.id
WHERE typeof(p.name) = 'text';

-- Polls: with the post they are in. How one stands is seen after voting and after its end, and before where its
-- author chose so. Nobody sees who voted. The numbers are the same for everybody: were somebody's vote left
-- out for those whom they block, the difference would tell it. Only a stranger's vote does not count: they are not here.
CREATE VIEW seen_poll AS
SELECT r.id, r.state, CASE WHEN r.watched & 1 AND r.author_id <> viewer() THEN censored(q.question, 'poll') ELSE q.question END AS question,
       r.watched & 1 AND r.author_id <> viewer() AS masked, q.several, q.hidden, q.final, q.ends_at,
       q.ends_at <= now_ms() AS ended,
       EXISTS (SELECT 1 FROM poll_vote WHERE poll_id = q.id AND account_id = viewer()) AS voted,
       CASE WHEN q.hidden = 0 OR q.ends_at <= now_ms()
              OR EXISTS (SELECT 1 FROM poll_vote WHERE poll_id = q.id AND account_id = viewer())
            THEN q.voters - (SELECT count(DISTINCT v.account_id) FROM seen_stranger AS x CROSS JOIN poll_vote AS v ON v.account_id = x.id
                             WHERE v.poll_id = q.id)
            END AS voters
FROM seen_root AS r JOIN poll AS q ON q.id = r.id
WHERE typeof(q.question) = 'text';

CREATE VIEW seen_poll_option AS
SELECT o.poll_id, o.place, CASE WHEN q.masked THEN censored(o.words, 'poll') ELSE o.words END AS words,
       CASE WHEN q.voters IS NOT NULL
         THEN o.votes - (SELECT count(DISTINCT v.account_id) FROM seen_stranger AS x CROSS JOIN poll_vote AS v ON v.account_id = x.id
                         WHERE v.poll_id = o.poll_id AND v.place = o.place)
         END AS votes,
       EXISTS (SELECT 1 FROM poll_vote AS v
               WHERE v.poll_id = o.poll_id AND v.account_id = viewer() AND v.place = o.place) AS mine
FROM seen_poll AS q JOIN poll_option AS o ON o.poll_id = q.id;

-- One's own votes, and nobody else's.
CREATE VIEW seen_my_vote AS
SELECT poll_id, place FROM poll_vote WHERE viewer() > 0 AND account_id = viewer();

-- Has somebody voted there? For the author, whose words people have voted on then stay as they are.
CREATE VIEW seen_poll_begun AS
SELECT q.id FROM poll AS q JOIN seen_root AS r ON r.id = q.id
WHERE q.voters > (SELECT count(DISTINCT v.account_id) FROM seen_stranger AS x CROSS JOIN poll_vote AS v ON v.account_id = x.id
                  WHERE v.poll_id = q.id)
  AND r.author_id = viewer();

CREATE VIEW seen_post_reaction AS
SELECT x.item_id, x.account_id, x.kind, x.made_at
FROM seen_root AS r JOIN reaction AS x ON x.item_id = r.id
WHERE NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = x.account_id);

CREATE VIEW seen_my_reaction AS
SELECT item_id, kind FROM reaction WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_comment_reaction AS
SELECT x.item_id, x.account_id, x.kind, x.made_at
FROM seen_comment AS c JOIN reaction AS x ON x.item_id = c.id
WHERE NOT EXISTS (SELECT 1 FROM closing WHERE account_id = x.account_id)
  AND NOT EXISTS (SELECT 1 FROM seen_parted WHERE id = x.account_id);

-- What a post, an album, a comment or the description of a photo said before: for whoever sees it now. What still
-- waited when it was changed was never let through: only its author and staff who moderate see that version.
CREATE VIEW seen_edit AS
SELECT e.item_id, e.version,
       CASE WHEN EXISTS (SELECT 1 FROM item AS w JOIN account AS a ON a.id = w.author_id
                         WHERE w.id = e.item_id AND (w.author_id = viewer() OR a.role <> 'member')) THEN e.body
            ELSE censored(e.body, (SELECT CASE kind WHEN 'photo' THEN 'alt' ELSE kind END FROM item WHERE id = e.item_id)) END AS body,
       e.until_at
FROM edit AS e
WHERE EXISTS (SELECT 1 FROM seen_top AS r WHERE r.id = e.item_id
              AND (e.waited = 0 OR r.author_id = viewer() OR viewer_holds('moderate')
                OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = e.item_id))))
   OR EXISTS (SELECT 1 FROM seen_comment AS c WHERE c.id = e.item_id
              AND (e.waited = 0 OR c.author_id = viewer() OR viewer_holds('moderate')
                OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = e.item_id))))
   OR EXISTS (SELECT 1 FROM seen_photo_comment AS c WHERE c.id = e.item_id
              AND (e.waited = 0 OR c.author_id = viewer() OR viewer_holds('moderate')
                OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = e.item_id))))
   OR EXISTS (SELECT 1 FROM seen_photo AS p WHERE p.id = e.item_id
              AND (e.waited = 0 OR p.author_id = viewer() OR viewer_holds('moderate')
                OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = e.item_id))));

-- Tags: only as names on posts one sees.
CREATE VIEW seen_post_tag AS
SELECT x.item_id, t.name, r.state
FROM tag AS t JOIN item_tag AS x ON x.tag_id = t.id JOIN seen_root AS r ON r.id = x.item_id
WHERE typeof(t.name) = 'text';

CREATE VIEW seen_post_mention AS
SELECT m.item_id, m.account_id, r.state
FROM mention AS m JOIN seen_root AS r ON r.id = m.item_id
WHERE NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.account_id);

-- Posts in which somebody is named, by themselves or by a comment under them or under one of their photos.
CREATE VIEW seen_named_in AS
SELECT m.account_id, m.post_id
FROM mention AS m
WHERE m.post_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.account_id)
  AND EXISTS (SELECT 1 FROM seen_root AS r WHERE r.id = m.post_id AND r.state <> 'removed')
  AND (m.item_id = m.post_id
    OR EXISTS (SELECT 1 FROM seen_comment AS c WHERE c.id = m.item_id AND c.state <> 'removed')
    OR EXISTS (SELECT 1 FROM seen_photo_comment AS c WHERE c.id = m.item_id AND c.state <> 'removed'));

CREATE VIEW seen_mention AS
SELECT m.item_id, m.account_id
FROM mention AS m
WHERE viewer() > 0
  AND (EXISTS (SELECT 1 FROM seen_root AS r WHERE r.id = m.item_id)
    OR EXISTS (SELECT 1 FROM seen_comment AS c WHERE c.id = m.item_id)
    OR EXISTS (SELECT 1 FROM seen_photo_comment AS c WHERE c.id = m.item_id)
    OR EXISTS (SELECT 1 FROM seen_message AS t WHERE t.id = m.item_id)
    OR EXISTS (SELECT 1 FROM seen_message_at_desk AS t WHERE t.id = m.item_id))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.account_id);

-- Tags by themselves: those on something one sees. Only the newest of each are asked, so that a tag of
-- which one sees nothing costs little.
CREATE VIEW seen_tag AS
SELECT t.id, t.name
FROM tag AS t
WHERE viewer() > 0 AND typeof(t.name) = 'text'
  AND EXISTS (SELECT 1 FROM seen_root AS r
              WHERE r.state <> 'removed'
                AND r.id IN (SELECT item_id FROM item_tag WHERE tag_id = t.id ORDER BY item_id DESC LIMIT 300));

-- Which tags I follow, and which posts I hid: mine alone.
CREATE VIEW seen_followed_tag AS
SELECT t.id, t.name
FROM followed_tag AS f JOIN tag AS t ON t.id = f.tag_id
WHERE viewer() > 0 AND typeof(t.name) = 'text' AND f.account_id = viewer();

CREATE VIEW seen_hidden AS
SELECT item_id, since_at FROM hidden WHERE viewer() > 0 AND account_id = viewer();

-- What I reacted to, and under which posts I commented: mine alone. Whether I still see them is asked where they are read.
CREATE VIEW seen_my_comment AS
SELECT parent_id AS post_id FROM item
WHERE viewer() > 0 AND kind = 'comment' AND author_id = viewer() AND (state <> 'removed' OR removed_by IS NOT viewer());

-- My aspects whose people are in the stream of my aspects.
CREATE VIEW seen_stream_aspect AS
SELECT a.id FROM aspect AS a
WHERE viewer() > 0 AND a.owner_id = viewer()
  AND a.id NOT IN (SELECT aspect_id FROM aspect_left_out);

-- Notices: my own, not of what somebody did whose account closes, or a stranger, and of comments, posts, albums and photos only those I still see. That staff took a photo
-- of mine away I hear of although nobody sees it any more, and how a report of mine ended, save of what a stranger made.
CREATE VIEW seen_notice AS
SELECT n.id, n.kind, n.actor_id, n.item_id, n.group_id, n.reason, n.made_at, n.read_at, n.talk_id
FROM notice AS n
WHERE viewer() > 0 AND n.account_id = viewer()
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = n.actor_id AND done_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = n.actor_id)
  -- Talk in a case only for whom it is with, and for staff who see the case.
  AND (n.talk_id IS NULL OR EXISTS (SELECT 1 FROM seen_my_case_talk AS t WHERE t.id = n.talk_id)
    OR EXISTS (SELECT 1 FROM seen_case_talk AS t WHERE t.id = n.talk_id))
  AND (n.item_id IS NULL OR (n.kind = 'outcome' AND NOT EXISTS (SELECT 1 FROM seen_of_stranger WHERE id = n.item_id))
    OR EXISTS (SELECT 1 FROM seen_top AS r WHERE r.id = n.item_id)
    OR EXISTS (SELECT 1 FROM seen_comment AS c WHERE c.id = n.item_id)
    OR EXISTS (SELECT 1 FROM seen_photo AS p WHERE p.id = n.item_id)
    OR EXISTS (SELECT 1 FROM seen_photo_comment AS c WHERE c.id = n.item_id)
    OR EXISTS (SELECT 1 FROM seen_message AS m WHERE m.id = n.item_id)
    OR EXISTS (SELECT 1 FROM seen_conversation AS c WHERE c.id = n.item_id)
    OR (n.kind = 'removed' AND EXISTS (SELECT 1 FROM item AS i WHERE i.id = n.item_id AND i.kind = 'photo'
                                         AND i.author_id = viewer() AND i.state = 'removed')));

-- Of what I chose not to hear: mine alone.
CREATE VIEW seen_silence AS
SELECT sort FROM silence WHERE viewer() > 0 AND account_id = viewer();

-- The desk: an item that waits, was reported or was decided upon, and the thread it stands in. A photo of an
-- album is there for its own sake or its album's, and not for that of the photos beside it.
CREATE VIEW seen_at_desk AS
SELECT i.id, i.kind, i.author_id, i.parent_id, coalesce(i.parent_id, i.id) AS root_id,
       (SELECT kind FROM item WHERE id = coalesce(i.parent_id, i.id)) AS root_kind, i.audience, i.state,
       i.removed_by, i.version, i.made_at, i.edited_at,
       coalesce((SELECT body FROM post WHERE id = i.id), (SELECT body FROM comment WHERE id = i.id),
                (SELECT trim(caption || char(10) || alt, char(10)) FROM photo WHERE id = i.id),
                (SELECT trim(title || char(10, 10) || about, char(10)) FROM album WHERE id = i.id),
                (SELECT title || char(10, 10) || body FROM announcement WHERE id = i.id),
                (SELECT trim(title || char(10, 10) || place || char(10, 10) || about, char(10)) FROM event WHERE id = i.id),
                (SELECT trim(name || char(10, 10) || about, char(10)) FROM file WHERE id = i.id),
                -- One without words says what its documents are called.
                (SELECT coalesce(nullif(body, ''), (SELECT group_concat(name, ', ') FROM message_file WHERE message_id = i.id), '')
                 FROM message WHERE id = i.id), (SELECT alt FROM message_photo WHERE id = i.id)) AS body,
       coalesce((SELECT name FROM photo WHERE id = i.id), (SELECT name FROM message_photo WHERE id = i.id)) AS photo,
       (SELECT root_id FROM post WHERE id = i.id) AS passes_on, (SELECT shield FROM post WHERE id = i.id) AS shield,
       (SELECT shield_why FROM post WHERE id = i.id) AS shield_why
FROM item AS i
WHERE (viewer_holds('moderate') OR viewer_holds_in_groups('moderate'))
  AND (viewer_holds('moderate') OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = i.id)))
  AND (NOT EXISTS (SELECT 1 FROM seen_stranger) OR NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = i.author_id))
  -- Of private talk only the thing itself: what stands round it is in seen_message_by_staff.
  AND CASE WHEN i.kind IN ('message', 'conversation')
    THEN i.state = 'held' OR EXISTS (SELECT 1 FROM report WHERE item_id = i.id)
      OR EXISTS (SELECT 1 FROM decision WHERE item_id = i.id)
      OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = i.id AND action <> 'help')
    ELSE EXISTS (SELECT 1 FROM item AS c
              WHERE (c.id = coalesce(i.parent_id, i.id) OR c.id = i.id OR c.parent_id = i.id
                  OR (c.parent_id = coalesce(i.parent_id, i.id)
                    AND NOT EXISTS (SELECT 1 FROM item AS a WHERE a.id = i.parent_id AND a.kind = 'album')))
                AND (c.state = 'held'
                  OR EXISTS (SELECT 1 FROM report WHERE item_id = c.id)
                  OR EXISTS (SELECT 1 FROM decision WHERE item_id = c.id)
                  OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = c.id AND action <> 'help')))
    END
  -- Whoever holds Safeguard alone: the thing itself, while a case of it is theirs.
  OR (viewer_holds('safeguard') AND EXISTS (SELECT 1 FROM seen_case AS k WHERE k.item_id = i.id AND k.closed_at IS NULL));

-- A file at the desk, so that staff can look at what waits or was reported.
CREATE VIEW seen_file_at_desk AS
SELECT f.id, f.name, f.sort, f.shelf, f.bytes FROM seen_at_desk AS d JOIN file AS f ON f.id = d.id
WHERE typeof(f.name) = 'text';

-- What the poll of a post at the desk says, its own question first. Not how it stands.
CREATE VIEW seen_poll_at_desk AS
SELECT q.id, -1 AS place, q.question AS words FROM seen_at_desk AS d JOIN poll AS q ON q.id = d.id
WHERE q.question <> ''
UNION ALL
SELECT o.poll_id, o.place, o.words FROM seen_at_desk AS d JOIN poll_option AS o ON o.poll_id = d.id;

CREATE VIEW seen_held AS
SELECT id, kind, author_id, parent_id, made_at FROM item
WHERE state = 'held' AND (viewer_holds('moderate') OR viewer_holds_in_groups('moderate'))
  AND (viewer_holds('moderate') OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = item.id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = author_id);

-- Cases, each for whoever holds its duty, and once it is overdue for those, too, who hold the other: this is the one place
-- that says which of them a member of staff sees. `looker` looks at it at this moment, by both clocks, and only since
-- this start of the box. (Whether there are strangers at all is asked once, and not for every row: most have none.)
CREATE VIEW seen_case AS
SELECT c.id, c.sort, c.item_id, c.account_id, c.ref, c.duty, c.origins, c.severity, c.rank, c.opened_at, c.due_at,
       c.closed_at, c.closed_by, c.outcome, c.acted, c.claimed_by, c.claimed_until,
       CASE WHEN now_ms() >= c.claimed_at AND now_ms() < c.claimed_until AND up_ms() < c.claimed_up_ms
             AND c.claimed_boot = (SELECT max(id) FROM boot)
             AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.claimed_by) THEN c.claimed_by END AS looker
FROM "case" AS c
WHERE viewer() > 0 AND typeof(c.sort) = 'text'
  AND (NOT EXISTS (SELECT 1 FROM seen_stranger) OR NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.account_id))
  AND (viewer_holds(c.duty)
    OR (c.sort = 'item' AND c.duty = 'moderate' AND viewer_holds_in_groups('moderate')
        AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = c.item_id))
    OR ((viewer_holds('moderate') OR viewer_holds('safeguard')) AND c.due_at <= coalesce(c.closed_at, now_ms())));

-- When the open ones are due: for the box itself, which counts on the daily sheet what was not decided in time.
CREATE VIEW seen_case_due AS
SELECT id, due_at FROM "case"
WHERE viewer() = 0 AND viewer_holds('audit') AND closed_at IS NULL AND typeof(sort) = 'text';
-- What staff and somebody say in a case: for staff who see the case, but nobody sees so what is said about themselves, or with
-- themselves. Who of staff wrote, whom they wrote to does not learn.
CREATE VIEW seen_case_talk AS
SELECT t.id, t.case_id, t.account_id, t.part, t.begun_at
FROM case_talk AS t CROSS JOIN seen_case AS c ON c.id = t.case_id
WHERE typeof(t.part) = 'text' AND c.account_id <> viewer() AND t.account_id <> viewer()
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = t.account_id);

CREATE VIEW seen_case_message AS
SELECT m.id, m.talk_id, m.by_staff, m.author_id, m.words, m.made_at
FROM seen_case_talk AS t CROSS JOIN case_message AS m ON m.talk_id = t.id
WHERE typeof(m.words) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.author_id);

-- What was said with one person in all cases, for all that there is about their account.
CREATE VIEW seen_said_in_case AS
SELECT m.id, m.with_id AS account_id, t.case_id, m.by_staff, m.author_id, m.words, m.made_at
FROM case_message AS m CROSS JOIN seen_case_talk AS t ON t.id = m.talk_id
WHERE m.with_id IS NOT NULL AND typeof(m.words) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.author_id);

-- The same for whom it is with: what it is about, and nothing of who else is written to, or of a case about a stranger.
CREATE VIEW seen_my_case_talk AS
SELECT t.id, t.case_id, t.account_id, t.part, t.begun_at, c.closed_at IS NULL AS open,
       (SELECT kind FROM item WHERE id = c.item_id) AS kind
FROM case_talk AS t CROSS JOIN "case" AS c ON c.id = t.case_id
WHERE viewer() > 0 AND t.account_id = viewer() AND typeof(t.part) = 'text' AND typeof(c.sort) = 'text'
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.account_id);

CREATE VIEW seen_my_case_message AS
SELECT m.id, m.talk_id, m.by_staff, m.words, m.made_at
FROM seen_my_case_talk AS t CROSS JOIN case_message AS m ON m.talk_id = t.id
WHERE typeof(m.words) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.author_id);

-- For the writer alone: which of staff wrote there (see Change::case_writers).
CREATE VIEW seen_case_writer AS
SELECT talk_id, author_id FROM case_message WHERE viewer() = -1 AND by_staff = 1 AND typeof(words) = 'text';

-- The open ones that stand in a group, for its leaders.
CREATE VIEW seen_case_group AS
SELECT g.group_id, g.rank, g.case_id
FROM case_group AS g CROSS JOIN seen_case AS c ON c.id = g.case_id
WHERE typeof(g.rank) = 'integer' AND c.closed_at IS NULL
  AND EXISTS (SELECT 1 FROM membership WHERE group_id = g.group_id AND account_id = viewer() AND leader = 1);

-- Reports: for staff who moderate, or whose case it is, and for who reported; of worry only for those whose case it is.
-- Staff about whom a report is never learn from whom. `decides` says that it stands at the viewer's desk: who moderates some
-- groups decides what was posted there, and nothing about people.
CREATE VIEW seen_report AS
SELECT r.id, r.item_id, r.account_id, r.about_id,
       CASE WHEN r.reporter_id <> viewer()
              AND viewer() IN (r.account_id, (SELECT author_id FROM item WHERE id = r.item_id)) THEN NULL
            WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = r.reporter_id) THEN NULL
            ELSE r.reporter_id END AS reporter_id,
       r.reason, r.calm, CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = r.reporter_id) THEN '' ELSE r.note END AS note,
       r.made_at, r.closed_at, r.closed_by, r.outcome, r.case_id,
       (viewer_holds('moderate') AND r.reason <> 'worried') OR EXISTS (SELECT 1 FROM seen_case AS k WHERE k.id = r.case_id)
         OR (r.reason <> 'worried' AND viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = r.item_id)) AS decides
FROM report AS r
WHERE viewer() > 0
  AND (r.reporter_id = viewer() OR (viewer_holds('moderate') AND r.reason <> 'worried')
    OR EXISTS (SELECT 1 FROM seen_case AS k WHERE k.id = r.case_id)
    OR (r.reason <> 'worried' AND viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = r.item_id)))
  AND (NOT EXISTS (SELECT 1 FROM seen_stranger)
    OR NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (r.account_id, (SELECT author_id FROM item WHERE id = r.item_id))));

-- What somebody reported, for whoever decides about it: never what is about themselves, nor about a stranger.
CREATE VIEW seen_report_from AS
SELECT r.id, r.reporter_id AS from_id, r.item_id, r.reason, r.note, r.made_at, r.closed_at, r.closed_by, r.outcome, r.case_id
FROM report AS r
WHERE viewer() > 0 AND typeof(r.reason) = 'text' AND r.about_id IS NOT viewer()
  AND ((viewer_holds('moderate') AND r.reason <> 'worried')
    OR EXISTS (SELECT 1 FROM seen_case AS k WHERE k.id = r.case_id)
    OR (r.reason <> 'worried' AND viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = r.item_id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (r.reporter_id, r.about_id));

-- For the writer alone: whom to tell how a report ended (see Change::reporters). Whoever decides may not know them. Not who is
-- kept apart by now from whoever it is about: of those they hear nothing, not even that staff decided something.
CREATE VIEW seen_reporter AS
SELECT id, item_id, about_id, reporter_id, reason, outcome, closed_at FROM report AS r
WHERE viewer() = -1 AND typeof(note) = 'text'
  AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = r.reporter_id AND other_id = r.about_id AND by_id > 0);

-- The rules for words: for staff who keep the house rules; what one is, also for staff who moderate, who judge what it
-- matched.
CREATE VIEW seen_watch_rule AS
SELECT id, pattern, folded, kind, action, severity, category, languages, surfaces, exceptions, note, until_at, enabled, starter,
       made_by, made_at, changed_at
FROM watch_rule
WHERE gone_at IS NULL AND typeof(pattern) = 'text' AND viewer_holds('settings');

CREATE VIEW seen_watch_name AS
SELECT id, pattern, kind, action, category, gone_at IS NULL AS stands FROM watch_rule
WHERE typeof(pattern) = 'text'
  AND (viewer_holds('settings') OR viewer_holds('moderate') OR viewer_holds('safeguard') OR viewer_holds_in_groups('moderate'));

-- What a rule brought before staff: for those who moderate; where it is about help, for those alone who hold Safeguard,
-- as long as it is not overdue. Not what a stranger wrote.
CREATE VIEW seen_watch_case AS
SELECT c.id, c.item_id, c.account_id, c.surface, c.action, c.severity, c.rank, c.words, c.made_at, c.closed_at,
       CASE WHEN c.closed_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.closed_by) THEN 0 ELSE c.closed_by END AS closed_by,
       CASE WHEN c.closed_by IS NOT NULL AND EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.closed_by) THEN '' ELSE c.note END AS note
FROM watch_case AS c
WHERE viewer() > 0 AND typeof(c.action) = 'text' AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = c.account_id)
  AND (CASE c.action WHEN 'help' THEN viewer_holds('safeguard')
         ELSE viewer_holds('moderate')
           OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = c.item_id)) END
    OR EXISTS (SELECT 1 FROM seen_case AS k WHERE k.ref = c.id AND k.sort IN ('words', 'help')));

-- Whether something of an item is open still, for the writer alone (see Change::open_watch_case).
CREATE VIEW seen_watch_case_open AS
SELECT id, item_id, action = 'help' AS is_help FROM watch_case
WHERE viewer() = -1 AND closed_at IS NULL AND typeof(action) = 'text';

-- The places at which rules matched: with the case that they belong to. How many there were, and what was said of them,
-- without a word of anybody: for those who keep the rules.
CREATE VIEW seen_watch_hit AS
SELECT h.id, h.case_id, h.rule_id, h.item_id, h.surface, h.part, h.from_char, h.words, h.effect, h.possible, h.made_at, h.verdict, h.verdict_by
FROM seen_watch_case AS c JOIN watch_hit AS h ON h.case_id = c.id
WHERE typeof(h.words) = 'text';

CREATE VIEW seen_watch_count AS
SELECT rule_id, day, verdict FROM watch_hit
WHERE typeof(effect) = 'text' AND (viewer_holds('settings') OR viewer_holds('moderate'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account_id);

-- Decisions: for staff who moderate, and for the author of what was taken away, brought back or let through.
-- That something was reported and kept is for staff alone; what was done about a person also for who holds Safeguard.
CREATE VIEW seen_decision AS
SELECT d.id, d.item_id, d.about_id, d.kind, d.reason, d.note,
       CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = d.decided_by) THEN 0 ELSE d.decided_by END AS decided_by, d.made_at, d.day,
       d.undoes, d.alone
FROM decision AS d
WHERE viewer() > 0
  AND (viewer_holds('moderate') OR (viewer_holds('safeguard') AND d.item_id IS NULL)
    -- Whoever answers in time for those who did not: what the second look is about.
    OR (viewer_holds('safeguard')
        AND EXISTS (SELECT 1 FROM appeal AS a JOIN seen_case AS k ON k.ref = a.id AND k.sort = 'appeal' WHERE a.decision_id = d.id))
    OR (d.about_id = viewer() AND d.item_id IS NOT NULL AND d.kind <> 'keep')
    OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = d.item_id)))
  AND NOT (d.about_id <> viewer() AND EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (d.about_id, d.decided_by)));

-- One's own, with what is needed to take one back. What answered a second look is taken back with the answer, and not alone.
CREATE VIEW seen_my_decision AS
SELECT d.id, d.item_id, d.about_id, d.kind, d.made_at, d.undoes, d.from_state,
       EXISTS (SELECT 1 FROM appeal WHERE undone_by = d.id) AS answers
FROM decision AS d
WHERE viewer() > 0 AND d.decided_by = viewer() AND typeof(d.kind) = 'text'
  AND (viewer_holds('moderate') OR (viewer_holds('safeguard') AND d.item_id IS NULL)
    OR (viewer_holds('safeguard') AND EXISTS (SELECT 1 FROM appeal WHERE undone_by = d.id))
    OR (viewer_holds_in_groups('moderate') AND EXISTS (SELECT 1 FROM seen_in_charge WHERE id = d.item_id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = d.about_id);

-- What staff did to my account: what it was and when, and not who did it. For myself alone.
CREATE VIEW seen_about_me AS
SELECT seq, act, reason_code, at FROM audit
WHERE viewer() > 0 AND kind = 'account' AND item = viewer() AND actor <> viewer()
  AND act IN ('account.add', 'account.edit', 'account.duties', 'account.standing', 'account.reset', 'session.end', 'account.no_talk',
              'account.talk_pair');

-- Whose timeline the viewer may look at: everybody's, for who moderates, keeps accounts or looks after people; else the
-- members of the groups for which they moderate or keep accounts. What stands in it each of its views says.
CREATE VIEW seen_looked_after AS
SELECT a.id FROM account AS a
WHERE viewer() > 0 AND typeof(a.role) = 'text'
  AND (viewer_holds('moderate') OR viewer_holds('accounts') OR viewer_holds('safeguard')
    OR (a.role = 'member' AND EXISTS (SELECT 1 FROM seen_charge AS g CROSS JOIN membership AS m ON m.group_id = g.group_id
                                      WHERE m.account_id = a.id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = a.id);

-- What was done to an account besides what has a view of its own: for who keeps accounts, who keeps those of its groups
-- (of that, whether a password was made anew or a session ended), and who reads the record. The words of the index
-- audit_of_account.
CREATE VIEW seen_account_act AS
SELECT u.seq, u.act, u.actor, u.item AS account_id, u.reason, u.at
FROM audit AS u
WHERE u.kind = 'account' AND u.act IN ('account.add', 'account.edit', 'account.standing', 'account.reset', 'session.end',
    'session.refuse', 'account.talk_pair', 'account.no_talk', 'account.close', 'account.keep', 'account.empty')
  AND viewer() > 0 AND typeof(u.device) = 'text'
  AND (u.actor <> u.item OR u.act IN ('account.close', 'account.keep'))
  AND CASE u.act WHEN 'session.refuse' THEN viewer_holds('audit')
        ELSE viewer_holds('accounts') OR viewer_holds('audit')
          OR (u.act IN ('account.reset', 'session.end') AND viewer_holds_in_groups('accounts')
            AND EXISTS (SELECT 1 FROM seen_account WHERE id = u.item AND role = 'member')) END
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (u.item, u.actor));

-- What staff say or set about somebody: for themselves, who do not learn who did, and for staff who moderate or keep
-- accounts. `stands` is whether it holds at this moment: what was to end by now has ended, by a clock that is believed.
CREATE VIEW seen_sanction AS
SELECT s.id, s.account_id, s.kind, s.reason, s.words, s.made_at, s.day, s.until_at, s.unsure, s.changed_at, s.over_at,
       s.lifted_by IS NOT NULL AS lifted, s.lifted_why,
       CASE WHEN s.account_id <> viewer() THEN s.made_by END AS made_by,
       CASE WHEN s.account_id <> viewer() THEN s.lifted_by END AS lifted_by,
       s.over_at IS NULL AND (s.until_at IS NULL OR s.unsure = 1 OR s.until_at > sure_ms()) AS stands
FROM sanction AS s
WHERE viewer() > 0 AND typeof(s.words) = 'text'
  AND (s.account_id = viewer() OR viewer_holds('moderate') OR viewer_holds('accounts')
    OR (viewer_holds('safeguard')
        AND EXISTS (SELECT 1 FROM appeal AS a JOIN seen_case AS k ON k.ref = a.id AND k.sort = 'appeal' WHERE a.sanction_id = s.id)))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.account_id);

-- What of it holds at this moment for a while: none of a kind twice.
CREATE VIEW seen_stop AS
SELECT s.account_id, s.kind, CASE s.unsure WHEN 0 THEN s.until_at END AS until_at
FROM sanction AS s
WHERE viewer() > 0 AND typeof(s.words) = 'text'
  AND (s.account_id = viewer() OR viewer_holds('moderate') OR viewer_holds('accounts'))
  AND s.over_at IS NULL AND s.kind NOT IN ('note', 'warning')
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = s.account_id)
  AND (s.until_at IS NULL OR s.unsure = 1 OR s.until_at > sure_ms());

-- What keeps somebody out, before anybody is anybody: for the sign-in code alone, after a right password (tidy).
CREATE VIEW seen_sign_in_sanction AS
SELECT s.id, s.account_id, s.reason, s.words, s.made_at, s.day, CASE s.unsure WHEN 0 THEN s.until_at END AS until_at,
       a.id IS NOT NULL AS asked, a.outcome, coalesce(a.answer, '') AS answer, coalesce(a.same_person, 0) AS same_person
FROM sanction AS s LEFT JOIN appeal AS a ON a.sanction_id = s.id
WHERE s.over_at IS NULL AND s.kind NOT IN ('note', 'warning') AND s.kind = 'suspended' AND typeof(s.words) = 'text';

-- What is to end, for the box itself, and for no page (tidy).
CREATE VIEW seen_sanction_due AS
SELECT id, account_id, kind, made_at, until_at, unsure FROM sanction
WHERE viewer() = 0 AND viewer_holds('audit') AND over_at IS NULL AND until_at IS NOT NULL AND typeof(kind) = 'text';

-- Who is above whom: for staff who may set something about somebody, and need not know the account.
CREATE VIEW seen_rank AS
SELECT id, role,
       duties || coalesce((SELECT ',' || group_concat(DISTINCT duty || ':groups') FROM duty
                           WHERE account_id = account.id AND group_id IS NOT NULL AND ended_at IS NULL), '') AS duties, standing
FROM account
WHERE typeof(role) = 'text' AND (viewer_holds('moderate') OR viewer_holds('accounts'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account.id);

-- That somebody asks staff to look again: for themselves, who do not learn who decided, and for staff whose case it is.
CREATE VIEW seen_appeal AS
SELECT a.id, a.decision_id, a.sanction_id, a.account_id, a.words, a.made_at, a.decided_at, a.outcome, a.answer, a.same_person,
       CASE WHEN a.account_id <> viewer() AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = a.decided_by) THEN a.decided_by END AS decided_by,
       a.undone_by
FROM appeal AS a
WHERE viewer() > 0 AND typeof(a.words) = 'text'
  AND (a.account_id = viewer() OR viewer_holds('moderate')
    OR EXISTS (SELECT 1 FROM seen_case AS k WHERE k.ref = a.id AND k.sort = 'appeal'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = a.account_id);

-- Who could decide about what is somebody's: staff who hold the desk for the site and can sign in, and who are kept apart
-- neither from that person nor from whoever asks, since they would not see what it is about. For staff who decide, who ask
-- only whether there is anybody.
CREATE VIEW seen_decider AS
SELECT s.id, a.id AS about_id
FROM account AS a CROSS JOIN account AS s
WHERE (viewer_holds('moderate') OR viewer_holds('safeguard') OR viewer_holds_in_groups('moderate'))
  AND typeof(a.role) = 'text' AND s.role <> 'member' AND s.standing = 'active' AND s.id <> a.id AND s.id <> viewer()
  AND (s.role = 'owner' OR instr(',' || s.duties || ',', ',moderate,') > 0)
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = s.id AND other_id IN (a.id, viewer()) AND by_id > 0)
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = a.id);

-- My own words wherever they stand, also under what I do not see any more; what they said before; the photos of
-- my comments; what I voted for, answered and said to have read. Mine alone, for what I take along (tidy).
CREATE VIEW seen_own_comment AS
SELECT c.id, c.parent_id, c.state, c.made_at, c.edited_at, b.body, b.under_id, b.photo
FROM item AS c JOIN comment AS b ON b.id = c.id
WHERE viewer() > 0 AND c.kind = 'comment' AND c.author_id = viewer() AND typeof(b.body) = 'text'
  AND (c.state <> 'removed' OR c.removed_by IS NOT viewer());

CREATE VIEW seen_own_comment_photo AS
SELECT p.id, p.name, p.alt
FROM item AS c JOIN comment_photo AS p ON p.id = c.id
WHERE viewer() > 0 AND c.author_id = viewer() AND typeof(p.name) = 'text'
  AND (c.state <> 'removed' OR c.removed_by IS NOT viewer());

CREATE VIEW seen_own_edit AS
SELECT e.item_id, e.version, e.body, e.until_at
FROM edit AS e JOIN item AS i ON i.id = e.item_id
WHERE viewer() > 0 AND i.author_id = viewer() AND typeof(e.body) = 'text'
  AND (i.state <> 'removed' OR i.removed_by IS NOT viewer());

CREATE VIEW seen_own_vote AS
SELECT poll_id, place FROM poll_vote WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_own_answer AS
SELECT event_id, answer, since_at FROM event_answer WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_own_read AS
SELECT announcement_id, read_at FROM announcement_read WHERE viewer() > 0 AND account_id = viewer();

-- Who closes their account: themselves and staff who keep accounts.
CREATE VIEW seen_closing AS
SELECT account_id, asked_at, until_day, comments_stay, by_staff, done_at
FROM closing
WHERE viewer() > 0 AND (account_id = viewer() OR viewer_holds('accounts')) AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account_id);

-- Who holds what, where, since when, from whom and why, and what ended: for all staff, and for everybody of themselves.
CREATE VIEW seen_duty AS
SELECT d.id, d.account_id, d.duty, d.group_id, (SELECT coalesce(was, name) FROM "group" WHERE id = d.group_id) AS group_name,
       d.given_by, d.given_at, d.why, d.ended_by, d.ended_at, d.ended_why
FROM duty AS d
WHERE typeof(d.duty) = 'text'
  AND (viewer_holds('accounts')
    OR (viewer() > 0 AND (d.account_id = viewer() OR (SELECT role FROM account WHERE id = viewer()) <> 'member')))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = d.account_id);

-- At the desk, for the site or for a group: only how many, for the page that says who can see something. Owners are.
CREATE VIEW seen_desk_holder AS
SELECT d.account_id, d.group_id
FROM duty AS d JOIN account AS a ON a.id = d.account_id
WHERE viewer() > 0 AND d.ended_at IS NULL AND d.duty IN ('owner', 'moderate') AND a.standing IN ('active', 'read_only');

-- How many people hold each duty, for the site and for groups: for everybody, since that is what supervision is.
CREATE VIEW seen_duty_count AS
SELECT d.duty, d.group_id IS NOT NULL AS in_groups, count(DISTINCT d.account_id) AS people
FROM duty AS d JOIN account AS a ON a.id = d.account_id
WHERE d.ended_at IS NULL AND typeof(d.duty) = 'text' AND a.standing IN ('active', 'read_only')
  AND NOT EXISTS (SELECT 1 FROM closing WHERE account_id = d.account_id)
GROUP BY d.duty, d.group_id IS NOT NULL;

-- What a legal hold names: all that somebody made, all in a group, a thing with what stands under it. Three steps up, as a
-- comment under a photo in an album of a group stands.
CREATE VIEW seen_held_item AS
SELECT i.id
FROM item AS i
  LEFT JOIN item AS p ON p.id = i.parent_id
  LEFT JOIN item AS q ON q.id = p.parent_id
  LEFT JOIN item AS r ON r.id = q.parent_id
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(i.kind) = 'text' AND typeof(r.kind) IS NOT NULL
  AND (EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = i.author_id AND h.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.item_id IN (i.id, p.id, q.id, r.id) AND h.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM legal_hold AS h CROSS JOIN item_to AS t ON t.kind = 'group' AND t.target_id = h.group_id
               WHERE h.ended_at IS NULL AND h.group_id IS NOT NULL AND t.item_id IN (i.id, p.id, q.id, r.id))
    OR EXISTS (SELECT 1 FROM legal_hold AS h CROSS JOIN conversation AS c ON c.group_id = h.group_id
               WHERE h.ended_at IS NULL AND h.group_id IS NOT NULL AND c.id IN (i.id, p.id, q.id, r.id)));

-- For the box itself, which empties them, and for no page (tidy): the accounts, their things, and what staff need of
-- these still: what waits, and what was reported, itself or round it, or whose author was, until that is closed.
CREATE VIEW seen_emptying AS
SELECT account_id, until_day, step, after_id,
       -- What somebody said who is kept apart stays for nobody: under no name it would be seen by the other.
       comments_stay AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = closing.account_id AND by_id > 0) AS comments_stay,
       -- Whose name a hold still needs: something of theirs is kept by one, or they talk where one is.
       EXISTS (SELECT 1 FROM item AS i JOIN kept_item AS k ON k.item_id = i.id JOIN seen_held_item AS h ON h.id = i.id
               WHERE i.author_id = closing.account_id)
       OR EXISTS (SELECT 1 FROM legal_hold AS h CROSS JOIN participant AS p ON p.conversation_id = h.item_id
                  WHERE h.ended_at IS NULL AND h.item_id IS NOT NULL AND p.account_id = closing.account_id)
       OR EXISTS (SELECT 1 FROM legal_hold AS h CROSS JOIN membership AS m ON m.group_id = h.group_id
                  WHERE h.ended_at IS NULL AND h.group_id IS NOT NULL AND m.account_id = closing.account_id) AS named
FROM closing
WHERE viewer() = 0 AND viewer_holds('audit') AND done_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE account_id = closing.account_id AND ended_at IS NULL AND typeof(reason) = 'text');

CREATE VIEW seen_needed AS
SELECT i.id, i.kind, i.author_id, i.parent_id, i.made_at, (SELECT kind FROM item WHERE id = i.parent_id) AS under,
       i.state = 'held'
       OR EXISTS (SELECT 1 FROM report WHERE closed_at IS NULL AND account_id = i.author_id)
       OR EXISTS (SELECT 1 FROM watch_case WHERE item_id = i.id AND closed_at IS NULL)
       OR EXISTS (SELECT 1 FROM report WHERE closed_at IS NULL
                    AND item_id IN (i.id, i.parent_id, (SELECT parent_id FROM item WHERE id = i.parent_id)))
       OR EXISTS (SELECT 1 FROM item AS u JOIN report AS r ON r.item_id = u.id
                  WHERE u.parent_id = i.id AND r.closed_at IS NULL)
       OR EXISTS (SELECT 1 FROM reading WHERE person_id = i.author_id AND ended_at IS NULL AND until_at > now_ms())
       OR EXISTS (SELECT 1 FROM reading WHERE conversation_id IN (i.parent_id, (SELECT parent_id FROM item WHERE id = i.parent_id))
                    AND ended_at IS NULL AND until_at > now_ms())
       OR EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = i.id) AS needed,
       -- 1: a comment with words, which may stay without a name. 2: the album of a whole group, which always does.
       CASE WHEN i.state <> 'shown' THEN 0
            WHEN EXISTS (SELECT 1 FROM comment WHERE id = i.id AND body <> '') THEN 1
            WHEN EXISTS (SELECT 1 FROM album WHERE id = i.id AND group_id IS NOT NULL) THEN 2 ELSE 0 END AS stays,
       -- An album goes when all its photos went, and that of a group, which is filled on and on, not at all.
       i.kind = 'album' AND (EXISTS (SELECT 1 FROM album WHERE id = i.id AND group_id IS NOT NULL)
         OR EXISTS (SELECT 1 FROM item AS u WHERE u.parent_id = i.id AND u.kind = 'photo' AND u.emptied = 0)) AS filled
FROM item AS i
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(i.kind) = 'text' AND i.emptied = 0;

CREATE VIEW seen_kept AS
SELECT item_id, sort FROM kept_item WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(item_id) = 'integer';

-- For the box itself: the newest number of all things, and of all drafts; and drafts that no hold names.
CREATE VIEW seen_newest AS
SELECT coalesce((SELECT max(id) FROM item), 0) AS item_id, coalesce((SELECT max(id) FROM draft), 0) AS draft_id
WHERE viewer() = 0 AND viewer_holds('audit');

CREATE VIEW seen_old_draft AS
SELECT d.id, d.account_id, d.word FROM draft AS d
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(d.word) = 'text'
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = d.account_id AND h.ended_at IS NULL);

-- What I asked to have packed: mine alone. What waits, and what is kept until when: for the box itself, which packs and
-- clears away, and for no page (tidy).
CREATE VIEW seen_archive AS
SELECT id, account_id, state, percent, bytes, asked_at, asked_day, ready_at, gone_day
FROM archive
WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_packing AS
SELECT id, account_id, state, language, gone_day FROM archive
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(state) = 'text';

-- The audit log: for those who hold Audit, and nobody else. What it says of a Reading that is about themselves, or about
-- what they are or were in, they see once they are told of it like anybody else; others who hold Audit see it at once.
CREATE VIEW seen_audit AS
SELECT * FROM audit
WHERE viewer_holds('audit') AND typeof(act) = 'text'
  AND seq NOT IN (
    SELECT a.seq FROM reading AS r CROSS JOIN audit AS a ON a.item = r.id AND a.kind = 'reading'
    WHERE viewer() > 0 AND r.told_at IS NULL
      AND (r.person_id = viewer() OR r.conversation_id IN (SELECT conversation_id FROM participant WHERE account_id = viewer()))
    UNION ALL
    SELECT a.seq FROM reading AS r CROSS JOIN audit AS a ON a."case" = r.id
    WHERE viewer() > 0 AND r.told_at IS NULL
      AND (r.person_id = viewer() OR r.conversation_id IN (SELECT conversation_id FROM participant WHERE account_id = viewer()))
    -- And nothing of what keeps themselves apart from somebody.
    UNION ALL
    SELECT a.seq FROM keep_apart AS k CROSS JOIN audit AS a ON a.item = k.id AND a.kind = 'apart'
    WHERE viewer() > 0 AND (k.one_person_id = viewer() OR k.other_person_id = viewer())
    -- Nor of what a stranger did, or was done to their account.
    UNION ALL
    SELECT a.seq FROM seen_stranger AS x CROSS JOIN audit AS a ON a.actor = x.id
    UNION ALL
    SELECT a.seq FROM seen_stranger AS x CROSS JOIN audit AS a ON a.item = x.id AND a.kind = 'account');

-- The end of the chain, for those who hold Audit: its number and hash, and nothing of what it says.
CREATE VIEW seen_audit_head AS
SELECT seq, hash FROM audit WHERE viewer_holds('audit') AND typeof(hash) = 'blob';

-- The sheets of days: for those who hold Audit.
CREATE VIEW seen_sheet AS
SELECT * FROM sheet WHERE viewer_holds('audit') AND typeof(head) = 'blob';

-- What staff stopped, with what they say of it: the site's for everybody who is signed in, a group's for its members and
-- for whoever moderates.
CREATE VIEW seen_freeze AS
SELECT f.id, f.group_id, f.words, f.begun_by, f.begun_at, coalesce(g.name, '') AS group_name
FROM freeze AS f LEFT JOIN "group" AS g ON g.id = f.group_id
WHERE viewer() > 0 AND f.ended_at IS NULL
  AND (f.group_id IS NULL OR (g.gone_at IS NULL
    AND (viewer_holds('moderate') OR EXISTS (SELECT 1 FROM membership WHERE group_id = f.group_id AND account_id = viewer())
      OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = f.group_id))));

-- That of the site, before anybody is anybody.
CREATE VIEW seen_site_freeze AS
SELECT words FROM freeze WHERE group_id IS NULL AND ended_at IS NULL;

-- For the writer alone, who refuses what is stopped: all groups that are, and the things that stand in one, or under
-- something that does (a photo's comment in an album: three steps up).
CREATE VIEW seen_frozen_group AS
SELECT group_id FROM freeze WHERE viewer() = -1 AND ended_at IS NULL AND group_id IS NOT NULL;

CREATE VIEW seen_frozen_item AS
SELECT i.id, f.group_id
FROM item AS i
  LEFT JOIN item AS p ON p.id = i.parent_id
  LEFT JOIN item AS q ON q.id = p.parent_id
  LEFT JOIN item AS r ON r.id = q.parent_id
  CROSS JOIN freeze AS f
WHERE viewer() = -1 AND typeof(i.kind) = 'text' AND typeof(r.kind) IS NOT NULL AND f.ended_at IS NULL AND f.group_id IS NOT NULL
  AND (EXISTS (SELECT 1 FROM item_to AS t WHERE t.item_id IN (i.id, p.id, q.id, r.id) AND t.kind = 'group' AND t.target_id = f.group_id)
    OR EXISTS (SELECT 1 FROM conversation AS c WHERE c.id IN (i.id, p.id, q.id, r.id) AND c.group_id = f.group_id));

-- For who keeps the rules of the house: the names of all groups, and who is in those that have hours of use.
CREATE VIEW seen_group_name AS
SELECT id, name FROM "group" WHERE viewer() > 0 AND viewer_holds('settings') AND gone_at IS NULL;

CREATE VIEW seen_hours_of AS
SELECT m.account_id, m.group_id FROM membership AS m JOIN hours AS h ON h.group_id = m.group_id
WHERE viewer() > 0 AND viewer_holds('settings') AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = m.account_id);

-- Who has read the notice of the house: each themselves; all, for who keeps accounts or the rules of the house.
CREATE VIEW seen_charter_read AS
SELECT account_id, version, read_at FROM charter_read
WHERE viewer() > 0 AND (account_id = viewer() OR viewer_holds('accounts') OR viewer_holds('settings'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account_id);

-- Legal holds, and what can be held: for who opens private talk or keeps the rules of the house.
CREATE VIEW seen_hold AS
SELECT h.id, h.account_id, h.group_id, h.item_id, h.reason, h.begun_at, h.review_at, h.ended_at,
       coalesce((SELECT shown_name FROM account WHERE id = h.account_id), (SELECT name FROM "group" WHERE id = h.group_id), '') AS name,
       coalesce((SELECT shown_name FROM account WHERE id = h.begun_by AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = h.begun_by)), '') AS by_name
FROM legal_hold AS h
WHERE viewer() > 0 AND typeof(h.reason) = 'text' AND (viewer_holds('safeguard') OR viewer_holds('settings'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (h.account_id, (SELECT author_id FROM item WHERE id = h.item_id)));

-- Those on all that somebody made, or on one thing of theirs, as they stand among all that there is about that account: of
-- things only what the viewer has at the desk, since else the hold would say whose it is.
CREATE VIEW seen_hold_about AS
SELECT h.id, h.about_id, h.item_id, h.reason, h.begun_at, h.review_at, h.ended_at,
       CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = h.begun_by) THEN 0 ELSE h.begun_by END AS begun_by,
       CASE WHEN EXISTS (SELECT 1 FROM seen_stranger WHERE id = h.ended_by) THEN 0 ELSE h.ended_by END AS ended_by
FROM legal_hold AS h
WHERE viewer() > 0 AND typeof(h.reason) = 'text' AND (viewer_holds('safeguard') OR viewer_holds('settings'))
  AND (h.item_id IS NULL OR EXISTS (SELECT 1 FROM seen_at_desk WHERE id = h.item_id))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = h.about_id);

CREATE VIEW seen_holdable AS
SELECT 'group' AS sort, id, name FROM "group" WHERE viewer() > 0 AND typeof(name) = 'text' AND (viewer_holds('safeguard') OR viewer_holds('settings'))
UNION ALL
SELECT 'person', id, username FROM account WHERE viewer() > 0 AND typeof(username) = 'text' AND (viewer_holds('safeguard') OR viewer_holds('settings'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account.id)
UNION ALL
SELECT 'item', id, kind FROM item WHERE viewer() > 0 AND typeof(kind) = 'text' AND (viewer_holds('safeguard') OR viewer_holds('settings'))
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = author_id);

-- For the box itself: decisions, closed reports and what rules matched, where nothing holds it and it is over, with its
-- time. What a clock at the beginning of time dated is not old by that (2001-01-01).
CREATE VIEW seen_old_case AS
SELECT 'report' AS sort, r.id, r.closed_at AS at FROM report AS r
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(r.reason) = 'text' AND r.closed_at > 978307200000
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id IN (r.account_id, r.reporter_id) AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = r.item_id)
UNION ALL
SELECT 'decision', d.id, d.made_at FROM decision AS d
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(d.reason) = 'text' AND d.made_at > 978307200000
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = d.about_id AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = d.item_id)
  -- As long as somebody may read that they asked about it.
  AND NOT EXISTS (SELECT 1 FROM appeal WHERE decision_id = d.id)
UNION ALL
SELECT 'appeal', a.id, a.decided_at FROM appeal AS a
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(a.words) = 'text' AND a.decided_at > 978307200000
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = a.account_id AND h.ended_at IS NULL)
UNION ALL
SELECT 'watch', c.id, c.closed_at FROM watch_case AS c
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(c.surface) = 'text' AND c.closed_at > 978307200000
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = c.account_id AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = c.item_id)
UNION ALL
SELECT 'hit', w.id, w.made_at FROM watch_hit AS w
WHERE viewer() = 0 AND viewer_holds('audit') AND w.words <> '' AND w.made_at > 978307200000
  AND w.case_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = w.account_id AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = w.item_id);

-- For the box itself: what is left of a closed case once the reports of it have gone: when it was opened and decided, and
-- by whom.
CREATE VIEW seen_old_shell AS
SELECT c.id, c.closed_at AS at FROM "case" AS c
WHERE viewer() = 0 AND viewer_holds('audit') AND typeof(c.sort) = 'text' AND c.closed_at > 978307200000
  AND NOT EXISTS (SELECT 1 FROM report WHERE case_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.account_id = c.account_id AND h.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM case_talk AS t CROSS JOIN legal_hold AS h ON h.account_id = t.account_id
                  WHERE t.case_id = c.id AND h.ended_at IS NULL AND typeof(t.part) = 'text' AND typeof(h.reason) = 'text')
  AND NOT EXISTS (SELECT 1 FROM seen_held_item AS h WHERE h.id = c.item_id);

-- What somebody met something confidential in, under a Reading: for those who may open one.
CREATE VIEW seen_confidential AS
SELECT conversation_id, person_id, of_posts FROM reading
WHERE viewer() > 0 AND viewer_holds('safeguard') AND confidential = 1 AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = person_id);

-- How strict the house is, beside its rules. What is said of me, and how much I may send: the least counts.
CREATE VIEW seen_my_level AS
SELECT approval FROM level WHERE viewer() > 0 AND account_id = viewer();

CREATE VIEW seen_my_limits AS
SELECT messages_day, people_new, letters FROM level WHERE viewer() > 0 AND account_id = viewer()
UNION ALL
SELECT l.messages_day, l.people_new, l.letters FROM membership AS m JOIN level AS l ON l.group_id = m.group_id
WHERE viewer() > 0 AND m.account_id = viewer();

CREATE VIEW seen_sent_day AS
SELECT day, messages FROM sent_day WHERE viewer() > 0 AND account_id = viewer() AND typeof(day) = 'integer';

-- What I made and was let be seen, also where its time is over since, or what it stood under is not there for me any more: who is
-- new has little of it.
CREATE VIEW seen_my_shown AS
SELECT id, kind FROM item WHERE viewer() > 0 AND kind = 'post' AND author_id = viewer() AND (state = 'shown' OR emptied = 1)
UNION ALL
SELECT id, kind FROM item WHERE viewer() > 0 AND kind = 'comment' AND author_id = viewer() AND (state = 'shown' OR emptied = 1)
UNION ALL
SELECT i.id, i.kind FROM message AS m JOIN item AS i ON i.id = m.id
WHERE viewer() > 0 AND m.author_id = viewer() AND (i.state = 'shown' OR i.emptied = 1)
UNION ALL
SELECT id, kind FROM item WHERE viewer() > 0 AND kind = 'album' AND author_id = viewer() AND (state = 'shown' OR emptied = 1);

-- What is said of a group: for who moderates, be it that one alone, and for staff who lead it; of a person, for who keeps
-- accounts.
CREATE VIEW seen_levelled_group AS
SELECT g.id, g.name FROM "group" AS g
WHERE viewer() > 0 AND g.gone_at IS NULL
  AND (viewer_holds('moderate')
    OR EXISTS (SELECT 1 FROM seen_charge WHERE group_id = g.id AND duty = 'moderate')
    OR EXISTS (SELECT 1 FROM membership AS m JOIN account AS a ON a.id = m.account_id
               WHERE m.group_id = g.id AND m.account_id = viewer() AND m.leader = 1 AND a.role <> 'member'));

CREATE VIEW seen_level AS
SELECT account_id, group_id, approval, messages_day, people_new, letters FROM level
WHERE viewer() > 0 AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id = account_id)
  AND ((account_id IS NOT NULL AND viewer_holds('accounts'))
  OR group_id IN (SELECT id FROM seen_levelled_group));

-- For the writer alone: how strict it is in a group, and over a thing that stands in one, or under something that does.
CREATE VIEW seen_group_level AS
SELECT group_id, approval FROM level WHERE viewer() = -1 AND group_id IS NOT NULL AND approval <> 'open';

CREATE VIEW seen_item_level AS
SELECT i.id, l.approval
FROM item AS i
  LEFT JOIN item AS p ON p.id = i.parent_id
  LEFT JOIN item AS q ON q.id = p.parent_id
  LEFT JOIN item AS r ON r.id = q.parent_id
  CROSS JOIN level AS l
WHERE viewer() = -1 AND typeof(i.kind) = 'text' AND typeof(r.kind) IS NOT NULL AND l.group_id IS NOT NULL AND l.approval <> 'open'
  AND (EXISTS (SELECT 1 FROM item_to AS t WHERE t.item_id IN (i.id, p.id, q.id, r.id) AND t.kind = 'group' AND t.target_id = l.group_id)
    OR EXISTS (SELECT 1 FROM conversation AS c WHERE c.id IN (i.id, p.id, q.id, r.id) AND c.group_id = l.group_id));

-- How strict it is where I write: in the groups that I am in, and over what stands in one; 'read_only' also where a group rests.
-- The second only for a thing that was found already, or is mine: it says of no thing that it is there. Who began a conversation
-- is shown nowhere, so that it was a stranger changes nothing in it.
CREATE VIEW seen_strict_group AS
SELECT m.group_id, 'read_only' AS approval FROM membership AS m
WHERE viewer() > 0 AND m.account_id = viewer()
  AND EXISTS (SELECT 1 FROM freeze AS f WHERE f.group_id = m.group_id AND f.ended_at IS NULL)
UNION ALL
SELECT m.group_id, l.approval FROM membership AS m JOIN level AS l ON l.group_id = m.group_id
WHERE viewer() > 0 AND m.account_id = viewer() AND l.approval <> 'open';

-- Whether there is any group that rests: of none in particular.
CREATE VIEW seen_any_rest AS
SELECT 1 AS rests
WHERE viewer() > 0
  AND (EXISTS (SELECT 1 FROM freeze WHERE ended_at IS NULL AND group_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM level WHERE group_id IS NOT NULL AND approval <> 'open' AND approval = 'read_only'));

CREATE VIEW seen_strict_item AS
SELECT i.id, f.approval, i.author_id = viewer() AS mine
FROM item AS i
  LEFT JOIN item AS p ON p.id = i.parent_id
  LEFT JOIN item AS q ON q.id = p.parent_id
  LEFT JOIN item AS r ON r.id = q.parent_id
  CROSS JOIN (SELECT group_id, 'read_only' AS approval FROM freeze WHERE ended_at IS NULL AND group_id IS NOT NULL
              UNION ALL SELECT group_id, approval FROM level WHERE group_id IS NOT NULL AND approval <> 'open') AS f
WHERE viewer() > 0 AND typeof(i.kind) = 'text' AND typeof(r.kind) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM seen_stranger WHERE id IN (CASE WHEN i.kind <> 'conversation' THEN i.author_id END,
      CASE WHEN p.kind <> 'conversation' THEN p.author_id END, q.author_id, r.author_id))
  AND (EXISTS (SELECT 1 FROM item_to AS t WHERE t.item_id IN (i.id, p.id, q.id, r.id) AND t.kind = 'group' AND t.target_id = f.group_id)
    OR EXISTS (SELECT 1 FROM conversation AS c WHERE c.id IN (i.id, p.id, q.id, r.id) AND c.group_id = f.group_id));
