#!/usr/bin/env python3
"""Opens an archive and checks it: the pages, the data, and the exchange form, against what each promises.

    check.py ARCHIVE.zip [EXPECTED.json]

EXPECTED.json is what a test put in: {"counts": {"posts": 3, ...}, "texts": ["..."], "absent": ["..."]}; what stands "on_pages"
is a word of their language and not in the data; with "every_field": true, each field of the exchange form has to be there at least once.
Only the standard library is used: signatures are opened by plain arithmetic with the public key that stands in the file. Each fault is a line; the exit code says whether there were any."""

import base64
import gzip
import hashlib
import html.parser
import io
import json
import re
import sys
import zipfile
from urllib.parse import unquote, urlsplit

FAULTS = []
# Every list of data.json (docs/archive.md): one that is missing is a fault, and so is one that nobody described.
LISTS = {
    "profile", "posts", "drafts", "photos", "albums", "announcements", "announcements_read", "events", "event_answers", "files",
    "tagged", "comments", "messages", "reactions", "votes", "contacts", "aspects", "groups", "group_asks", "followed_tags",
    "followed_posts", "hidden_posts", "blocks", "notices", "reports", "talk_with_staff", "what_staff_did", "account", "settings", "sessions",
}
GUID = re.compile(r"^[0-9A-Za-z\-_@.:]{15,254}[0-9A-Za-z]$")
ACCOUNT = re.compile(r"^[a-z0-9][a-z0-9_.\-]*@[a-z0-9.\-]+(:[0-9]+)?$")
MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")


def fault(words):
    FAULTS.append(words)


def need(well, words):
    if not well:
        fault(words)
    return well


# --- the pages ------------------------------------------------------------------------------------


class Links(html.parser.HTMLParser):
    """What a page asks for, and what it says."""

    def __init__(self):
        super().__init__()
        self.to, self.words, self.scripts, self.lang, self.pictures = [], [], 0, None, 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.scripts += tag in ("script", "iframe", "object", "embed", "form", "base")
        self.scripts += any(name.startswith("on") for name in attrs)
        self.pictures += tag == "img"
        if tag == "html":
            self.lang = (attrs.get("lang"), attrs.get("dir"))
        if tag == "img" and "alt" not in attrs:
            fault("a picture without alt")
        for name in ("href", "src", "srcset", "poster", "action", "data"):
            if attrs.get(name):
                self.to.append(attrs[name])

    def handle_data(self, data):
        self.words.append(data)


def check_pages(whole):
    names = set(whole.namelist())
    need("index.html" in names, "no index.html")
    said, reached, waiting = [], set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or not name.endswith(".html"):
            reached.add(name)
            continue
        reached.add(name)
        page = Links()
        page.feed(whole.read(name).decode("utf-8"))
        said.append(" ".join(page.words))
        need(page.scripts == 0, f"{name} has a script, a frame or a form")
        need(page.lang and page.lang[0] and page.lang[1] in ("ltr", "rtl"), f"{name} says no language")
        for link in page.to:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("/"):
                fault(f"{name} points elsewhere: {link}")
                continue
            to = unquote(parts.path)
            if need(to in names, f"{name} points to {to}, which is not there"):
                waiting.append(to)
    pages = {name for name in names if name.endswith(".html")}
    need(pages <= reached, f"no way leads to {sorted(pages - reached)[:5]}")
    style = whole.read("style.css").decode("utf-8")
    need("http" not in style and "url(" not in style and "@import" not in style, "style.css asks for something")
    return " ".join(said)


# --- the exchange form ----------------------------------------------------------------------------


def is_text(value):
    return isinstance(value, str)


def guid(value, where):
    need(is_text(value) and GUID.match(value), f"{where}: no guid: {value!r}")


def account(value, where):
    need(is_text(value) and len(value) <= 255 and ACCOUNT.match(value), f"{where}: no account: {value!r}")


def moment(value, where):
    need(is_text(value) and MOMENT.match(value), f"{where}: no moment: {value!r}")


# Which fields of the exchange form were met, and all that there are. Left out are only those that the form has a place for
# and that network does not use (event, embed), and the parts of a location: a post here never says where somebody was.
MET = set()
EVERY = {
    "top": "version user others_data",
    "user": "username email private_key profile language disable_mail show_community_spotlight_in_stream auto_follow_back "
    "auto_follow_back_aspect blocks contact_groups contacts posts relayables followed_tags post_subscriptions",
    "profile": "author edited_at full_name first_name last_name image_url image_url_medium image_url_small bio birthday gender "
    "location searchable public nsfw tag_string",
    "contact_groups": "name",
    "contacts": "sharing receiving following followed account_id contact_groups_membership person_guid person_name public_key",
    "status_message": "author guid created_at public provider_display_name text edited_at photos location poll",
    "post": "subscribed_pods_uris subscribed_users_ids",
    "reshare": "author guid created_at root_author root_guid",
    "photo": "guid author public created_at remote_photo_path remote_photo_name text status_message_guid height width edited_at",
    "poll": "guid question poll_answers",
    "poll_answer": "guid answer",
    "comment": "author guid parent_guid text created_at edited_at",
    "comment of others": "author guid parent_guid text created_at edited_at author_signature",
    "like": "author guid parent_guid parent_type positive",
    "like of others": "author guid parent_guid parent_type positive author_signature",
    "poll_participation": "author guid parent_guid poll_answer_guid",
    "others_data": "relayables non_contact_authors posts",
    "non_contact_authors": "account_id guid public_key",
}


def met(kind, entity):
    MET.update((kind, name) for name in entity)


def check_every_field():
    every = {(kind, name) for kind, names in EVERY.items() for name in names.split()}
    need(every <= MET, f"fields that are nowhere: {sorted(every - MET)}")
    strange = sorted((kind, name) for kind, name in MET - every if kind in EVERY)
    need(not strange, f"fields that nobody described: {strange}")


def fields(entity, where, required, optional=()):
    missing = [name for name in required if name not in entity]
    need(not missing, f"{where}: without {missing}")
    strange = [name for name in entity if name not in required and name not in optional]
    need(not strange, f"{where}: with {strange}")


def wrapper(value, kind, where, beside=()):
    fields(value, where, ["entity_type", "entity_data", *beside])
    need(value.get("entity_type") == kind, f"{where}: is a {value.get('entity_type')}, not a {kind}")
    return value.get("entity_data", {})


def check_photo(value, author, post, where):
    photo = wrapper(value, "photo", where)
    met("photo", photo)
    fields(
        photo, where,
        ["guid", "author", "public", "created_at", "remote_photo_path", "remote_photo_name"],
        ["text", "status_message_guid", "height", "width", "edited_at"],
    )
    guid(photo["guid"], where)
    moment(photo["created_at"], where)
    need(photo["author"] == author, f"{where}: not of the author of its post")
    need(photo.get("status_message_guid") == post, f"{where}: in another post")
    need(re.match(r"^https://[^/]+/uploads/images/$", photo["remote_photo_path"]), f"{where}: path")
    need(isinstance(photo.get("width"), int) and isinstance(photo.get("height"), int), f"{where}: size")
    return photo["remote_photo_name"]


def check_poll(value, where):
    poll = wrapper(value, "poll", where)
    met("poll", poll)
    fields(poll, where, ["guid", "question", "poll_answers"])
    guid(poll["guid"], where)
    need(0 < len(poll["question"]) <= 255, f"{where}: question")
    need(len(poll["poll_answers"]) >= 2, f"{where}: fewer than two answers")
    for answer in poll["poll_answers"]:
        answer = wrapper(answer, "poll_answer", where)
        met("poll_answer", answer)
        fields(answer, where, ["guid", "answer"])
        guid(answer["guid"], where)
        need(0 < len(answer["answer"]) <= 255, f"{where}: answer")


def check_post(value, me, where):
    kind = value.get("entity_type")
    post = value.get("entity_data", {})
    keys = set(value) - {"entity_type", "entity_data"}
    met(kind, post)
    met("post", keys)
    if kind == "reshare":
        fields(post, where, ["author", "guid", "created_at", "root_author", "root_guid"])
        need(keys == {"subscribed_pods_uris"}, f"{where}: keys {keys}")
        for name in ("guid", "root_guid"):
            guid(post[name], f"{where}: {name}")
        moment(post["created_at"], where)
        account(post["root_author"], where)
        need(post["author"] == me and post["root_author"] != me, f"{where}: of the wrong author")
        pods = value["subscribed_pods_uris"]
        need(pods == [f"https://{me.split('@')[1]}/"], f"{where}: pods {pods}")
        return []
    need(kind == "status_message", f"{where}: a {kind}")
    fields(
        post, where, ["author", "guid", "created_at", "public", "text", "photos", "provider_display_name", "location"],
        ["edited_at", "poll"],
    )
    need(post["location"] is None, f"{where}: says where somebody was")
    guid(post["guid"], where)
    moment(post["created_at"], where)
    if "edited_at" in post:
        moment(post["edited_at"], where)
    need(post["author"] == me, f"{where}: by somebody else")
    need(len(post["text"]) <= 65535, f"{where}: too long")
    wanted = "subscribed_pods_uris" if post["public"] else "subscribed_users_ids"
    need(keys == {wanted}, f"{where}: {keys} where {wanted} belongs")
    for person in value.get("subscribed_users_ids", []):
        account(person, where)
    if "poll" in post:
        check_poll(post["poll"], where)
    return [check_photo(photo, me, post["guid"], where) for photo in post["photos"]]


ORDERS = {
    "comment": ["author", "guid", "parent_guid", "text", "created_at"],
    "like": ["author", "guid", "parent_guid", "parent_type", "positive"],
    "poll_participation": ["author", "guid", "parent_guid", "poll_answer_guid"],
}


def check_relayable(value, where, me, keys):
    """One's own is without a signature; that of somebody else opens with the key that the file gives them."""
    kind = value.get("entity_type")
    if not need(kind in ORDERS, f"{where}: a {kind}"):
        return
    entity = wrapper(value, kind, where, ["property_order"])
    of_others = keys is not None
    met(f"{kind} of others" if of_others else kind, entity)
    need(value["property_order"] == ORDERS[kind], f"{where}: order {value.get('property_order')}")
    signed = ["author_signature"] if of_others else []
    fields(entity, where, ORDERS[kind] + signed, ["edited_at"] if kind == "comment" else [])
    account(entity["author"], where)
    need((entity["author"] == me) == (not of_others), f"{where}: by {entity['author']}")
    for name in ("guid", "parent_guid", *(["poll_answer_guid"] if kind == "poll_participation" else [])):
        guid(entity[name], f"{where}: {name}")
    if kind == "comment":
        moment(entity["created_at"], where)
    if kind == "like":
        need(entity["parent_type"] in ("Post", "Comment") and entity["positive"] is True, f"{where}: like")
    if of_others and need(entity["author"] in keys, f"{where}: nobody vouches for {entity['author']}"):
        check_signature(value, keys[entity["author"]], where)


def inside_pem(pem, title):
    lines = pem.strip().splitlines()
    need(lines[0] == f"-----BEGIN {title}-----" and lines[-1] == f"-----END {title}-----", f"{title}: frame")
    return base64.b64decode("".join(lines[1:-1]))


def parts(der):
    """What stands in a row in DER: each with its tag."""
    at, found = 0, []
    while at < len(der):
        tag, length, at = der[at], der[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(der[at:at + count], "big"), at + count
        if not need(at + length <= len(der), "key: length"):
            break
        found.append((tag, der[at:at + length]))
        at += length
    return found


def numbers(der):
    """The whole numbers of a sequence."""
    ((tag, inside),) = parts(der)
    need(tag == 0x30, "key: no sequence")
    found = parts(inside)
    need(all(tag == 0x02 and not content[0] & 0x80 for tag, content in found), "key: no number, or a negative one")
    return [int.from_bytes(content, "big") for _, content in found]


PUBLIC = {}  # the text of each public key: its two numbers


def public_key(pem, where):
    """The modulus and the exponent of a public key (SubjectPublicKeyInfo): rsaEncryption, 2048 bits."""
    if pem not in PUBLIC:
        ((tag, inside),) = parts(inside_pem(pem, "PUBLIC KEY"))
        (_, name), (bits, key) = parts(inside)
        need(tag == 0x30 and bits == 0x03 and key[0] == 0, f"{where}: no public key")
        need(name.hex() == "06092a864886f70d0101010500", f"{where}: a key of another sort")
        n, e = numbers(key[1:])
        need(n.bit_length() == 2048 and e == 65537, f"{where}: a key of {n.bit_length()} bits")
        PUBLIC[pem] = (n, e)
    return PUBLIC[pem]


SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # what stands before such a hash (RFC 8017, 9.2)
CHECKED = []


def check_signature(value, pem, where):
    """RSA-SHA256 after PKCS#1 v1.5, by hand: opened with the public key it is the padded hash and nothing else."""
    entity = value["entity_data"]
    plain = lambda each: str(each).lower() if isinstance(each, bool) else each
    words = ";".join(plain(entity[name]) for name in value["property_order"])
    n, e = public_key(pem, where)
    size = (n.bit_length() + 7) // 8
    made = base64.b64decode(entity["author_signature"], validate=True)
    hashed = SHA256 + hashlib.sha256(words.encode("utf-8")).digest()
    padded = b"\x00\x01" + b"\xff" * (size - len(hashed) - 3) + b"\x00" + hashed
    opened = pow(int.from_bytes(made, "big"), e, n).to_bytes(size, "big")
    need(len(made) == size and opened == padded, f"{where}: the signature is not of this")
    CHECKED.append(where)


def check_key(pem):
    """A private key whose numbers belong together: PKCS#1, 4096 bits."""
    version, n, e, d, p, q, dp, dq, inverse = numbers(inside_pem(pem, "RSA PRIVATE KEY"))
    need(version == 0 and n.bit_length() == 4096 and p * q == n and e == 65537, "key: modulus")
    need(e * d % (p - 1) == 1 and e * d % (q - 1) == 1, "key: exponents")
    need(dp == d % (p - 1) and dq == d % (q - 1) and inverse * q % p == 1, "key: quick parts")
    need(pow(pow(4242, d, n), e, n) == 4242, "key: does not undo itself")
    return n


def check_exchange(whole):
    names = [name for name in whole.namelist() if name.startswith("diaspora/")]
    data = [name for name in names if re.match(r"^diaspora/diaspora_[a-z0-9_.\-]+_data_[0-9a-f]+\.json\.gz$", name)]
    photos = [name for name in names if re.match(r"^diaspora/diaspora_[a-z0-9_.\-]+_photos_[0-9a-f]+\.zip$", name)]
    if not need(len(data) == 1 and len(photos) == 1 and len(names) == 2, f"exchange files: {names}"):
        return {}
    there = json.loads(gzip.decompress(whole.read(data[0])).decode("utf-8"))
    inner = zipfile.ZipFile(io.BytesIO(whole.read(photos[0])))
    need(inner.testzip() is None, "the zip of photos is broken")
    fields(there, "top", ["version", "user", "others_data"])
    met("top", there)
    need(re.match(r"^2\.0$", there["version"]), "version")
    user = there["user"]
    fields(
        user, "user", ["username", "email", "private_key", "profile"],
        ["language", "disable_mail", "show_community_spotlight_in_stream", "auto_follow_back", "auto_follow_back_aspect",
         "blocks", "contact_groups", "contacts", "posts", "relayables", "followed_tags", "post_subscriptions"],
    )
    need(len(user) == 16, f"user: {len(user)} of 16 fields")
    met("user", [name for name, value in user.items() if value not in ("", [])])
    for name in ("disable_mail", "show_community_spotlight_in_stream", "auto_follow_back"):
        need(isinstance(user[name], bool), f"user: {name}")
    need(is_text(user["language"]) and is_text(user["email"]), "user: language, email")
    own = check_key(user["private_key"])
    profile = wrapper(user["profile"], "profile", "profile")
    fields(
        profile, "profile", ["author"],
        ["edited_at", "full_name", "first_name", "last_name", "image_url", "image_url_medium", "image_url_small", "bio",
         "birthday", "gender", "location", "searchable", "public", "nsfw", "tag_string"],
    )
    met("profile", [name for name, value in profile.items() if value not in ("", None)])
    moment(profile["edited_at"], "profile")
    me = profile["author"]
    account(me, "profile")
    need(me.split("@")[0] == user["username"], "profile: of somebody else")
    for name, most in (("first_name", 32), ("last_name", 32), ("full_name", 70), ("bio", 65535), ("gender", 255), ("location", 255)):
        need(len(profile.get(name, "")) <= most and ";" not in profile.get("first_name", ""), f"profile: {name}")
    if "birthday" in profile:
        need(re.match(r"^\d{4}-\d\d-\d\d$", profile["birthday"]), "profile: birthday")
    pictures = {profile.get(name) for name in ("image_url", "image_url_medium", "image_url_small")}
    need(len(pictures) == 1, f"profile: pictures {pictures}")
    tags = profile["tag_string"].split()
    need(len(tags) <= 5 and all(tag.startswith("#") for tag in tags), f"profile: tags {tags}")
    for person in user["blocks"]:
        account(person, "blocks")
    groups = [group["name"] for group in user["contact_groups"]]
    for group in user["contact_groups"]:
        met("contact_groups", group)
    keys = {}  # whose public key is which
    for contact in user["contacts"]:
        met("contacts", [name for name, value in contact.items() if value != []])
        fields(
            contact, "contact",
            ["sharing", "receiving", "following", "followed", "account_id", "contact_groups_membership",
             "person_guid", "person_name", "public_key"],
        )
        keys[contact["account_id"]] = contact["public_key"]
        account(contact["account_id"], "contact")
        guid(contact["person_guid"], "contact")
        need(all(isinstance(contact[name], bool) for name in ("sharing", "receiving", "following", "followed")), "contact: flags")
        need(contact["following"] == contact["sharing"] and contact["followed"] == contact["receiving"], "contact: pairs")
        need(set(contact["contact_groups_membership"]) <= set(groups), "contact: in a group that is not there")
    named = []
    for place, post in enumerate(user["posts"]):
        named += check_post(post, me, f"post {place}")
    for place, each in enumerate(user["relayables"]):
        check_relayable(each, f"relayable {place}", me, None)
    fields(there["others_data"], "others_data", ["relayables", "non_contact_authors", "posts"])
    met("others_data", there["others_data"])
    need(there["others_data"]["posts"] == [], "others_data: posts of others")
    strangers = there["others_data"]["non_contact_authors"]
    for author in strangers:
        met("non_contact_authors", author)
        fields(author, "author", ["account_id", "guid", "public_key"])
        account(author["account_id"], "author")
        guid(author["guid"], "author")
        need(author["account_id"] not in keys and author["account_id"] != me, f"author: {author['account_id']} twice")
        keys[author["account_id"]] = author["public_key"]
    others = there["others_data"]["relayables"]
    for place, each in enumerate(others):
        check_relayable(each, f"of others {place}", me, keys)
    need(len(CHECKED) == len(others), f"{len(CHECKED)} of {len(others)} signatures were opened")
    need(len(set(keys.values())) <= 1, "more than one key vouches for others")
    need(all(public_key(pem, "keys")[0] != own for pem in keys.values()), "the owner's key stands for others")
    need({author["account_id"] for author in strangers} <= {each["entity_data"]["author"] for each in others},
         "somebody is named who said nothing")
    guids = [post["entity_data"]["guid"] for post in user["posts"]]
    guids += [each["entity_data"]["guid"] for each in user["relayables"] + others]
    need(len(guids) == len(set(guids)), "two things have one guid")
    picture = pictures.pop()
    if picture:
        need(re.match(r"^https://[^/]+/uploads/images/[0-9a-f]{32}\.jpg$", picture), f"profile: picture {picture}")
        named.append(picture.rsplit("/", 1)[1])
    files = inner.namelist()
    need(len(files) == len(set(files)), "the zip of photos holds one twice")
    need(set(named) == set(files), f"photos named {len(set(named))}, packed {len(files)}")
    need(all("/" not in name for name in files), "the zip of photos is not flat")
    need(all(inner.read(name)[:3] == b"\xff\xd8\xff" for name in files), "a photo is no JPEG")
    for tag in user["followed_tags"]:
        need(is_text(tag) and not tag.startswith("#"), "followed_tags")
    for post in user["post_subscriptions"]:
        guid(post, "post_subscriptions")
    return {
        "exchange_posts": len(user["posts"]), "exchange_reshares": kinds(user["posts"], "reshare"), "exchange_comments": kinds(user["relayables"], "comment"),
        "exchange_likes": kinds(user["relayables"], "like"), "exchange_votes": kinds(user["relayables"], "poll_participation"),
        "exchange_others": len(others), "exchange_signed": len(CHECKED), "exchange_strangers": len(strangers), "exchange_photos": len(files), "exchange_contacts": len(user["contacts"]),
        "exchange_public": sum(
            post["entity_data"].get("public") is not False for post in user["posts"] if post["entity_type"] != "reshare"
        ),
    }


def kinds(list_, kind):
    return sum(each["entity_type"] == kind for each in list_)


# --- the whole ------------------------------------------------------------------------------------


def main():
    whole = zipfile.ZipFile(sys.argv[1])
    need(whole.testzip() is None, "the zip is broken")
    names = whole.namelist()
    need(len(names) == len(set(names)), "one name twice")
    need(not any(name.startswith("/") or ".." in name or "\\" in name for name in names), "a name that leads out")
    said = check_pages(whole)
    data = json.loads(whole.read("data.json").decode("utf-8"))
    need(data["format"] == "courtyard-archive" and data["version"] == 1, "data.json: format")
    moment(data["made_at"], "data.json")
    found = {key: len(value) for key, value in data.items() if isinstance(value, list)}
    need(set(found) == LISTS, f"data.json: lists {sorted(set(found) ^ LISTS)}")
    passed = [post["passes_on"] for post in data["posts"] if post["passes_on"]]
    for each in passed:
        need(set(each) in ({"gone"}, {"id", "kind", "username", "name", "begins"}), f"a reshare of {each}")
    found["reshares"], found["reshares_gone"] = len(passed), sum("gone" in each for each in passed)
    found["sensitive"] = sum(post["sensitive"] is not None for post in data["posts"])
    found["answers"] = sum(len(event["answers"]) for event in data["events"])
    papers = {file["file"]: file["bytes"] for file in data["files"]}
    documents = [document for message in data["messages"] for document in message["documents"]]
    papers |= {document["file"]: document["bytes"] for document in documents if document["file"]}
    there = {info.filename: info.file_size for info in whole.infolist() if info.filename.startswith("files/")}
    need(papers == there, f"files named {papers}, packed {there}")
    pictures = {photo["file"] for post in data["posts"] for photo in post["photos"]}
    pictures |= {photo["file"] for photo in data["photos"]}
    pictures |= {photo["file"] for draft in data["drafts"] for photo in draft["photos"]}
    pictures |= {comment["photo"]["file"] for comment in data["comments"] if comment["photo"]}
    pictures |= {photo["file"] for message in data["messages"] for photo in message["photos"]}
    pictures |= {person["picture"] for person in data["profile"] if person["picture"]}
    packed = {name for name in names if name.startswith("photos/")}
    need(pictures == packed, f"photos named {len(pictures)}, packed {len(packed)}")
    found["photo_files"] = len(packed)
    found.update(check_exchange(whole))
    expected = json.load(open(sys.argv[2], encoding="utf-8")) if len(sys.argv) > 2 else {}
    for key, count in expected.get("counts", {}).items():
        need(found.get(key) == count, f"{key}: {found.get(key)}, and {count} were put in")
    if expected.get("every_field"):
        check_every_field()
    everything = said + json.dumps(data, ensure_ascii=False)
    for text in expected.get("texts", []):
        need(text in said, f"no page says: {text}")
        need(text in json.dumps(data, ensure_ascii=False), f"data.json does not say: {text}")
    for text in expected.get("on_pages", []):
        need(text in said, f"no page says: {text}")
    for name, content in expected.get("contents", {}).items():
        need(name in names and whole.read(name) == content.encode(), f"{name} does not hold what was put in")
    for text in expected.get("absent", []):
        need(text not in everything, f"it says what is not for its owner: {text}")
    for line in FAULTS[:40]:
        print(line)
    print(json.dumps(found))
    sys.exit(1 if FAULTS else 0)


main()
