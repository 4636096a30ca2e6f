#!/usr/bin/env python3
"""Takes the keep-apart clauses out of the views of seen.sql, one at a time, and says whether random worlds notice.

    spoil.py list                          the mutants: view and clause
    spoil.py run LIBTEST STORYTEST [WORDS]  each mutant against the two test programs; WORDS: only views so called

A mutant is a view in which one clause says that nobody is a stranger. Environment: WORLDS_VIEWS and WORLDS_PAGES, how many
worlds each program tries."""
import os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SEEN = os.path.join(HERE, "..", "..", "src", "db", "seen.sql")
CLAUSE = re.compile(r"(NOT )?EXISTS \((?=SELECT 1 FROM (seen_stranger|seen_parted|seen_apart|seen_of_stranger)\b)")
# They are the rule itself, and not a view that has to keep it.
RULE = {"seen_stranger", "seen_parted", "seen_apart", "seen_of_stranger"}


def views():
    text = re.sub(r"--[^\n]*", "", open(SEEN).read())
    for statement in re.split(r"(?=CREATE VIEW )", text):
        name = re.match(r"CREATE VIEW (\w+)", statement)
        if name:
            yield name[1], statement.strip()


def mutants():
    """(view, number of the clause in it, the clause, statements)"""
    for name, statement in views():
        if name in RULE:
            continue
        for number, found in enumerate(CLAUSE.finditer(statement)):
            begin, depth, end = found.start(), 0, found.start() + found.group(0).index("(")
            while True:
                depth += {"(": 1, ")": -1}.get(statement[end], 0)
                end += 1
                if depth == 0:
                    break
            spoilt = statement[:begin] + ("1" if found[1] else "0") + statement[end:]
            clause = " ".join(statement[begin:end].split())
            yield name, number, clause, f"DROP VIEW {name};\n{spoilt.rstrip(';')};\n"


def notices(program, test, sql, worlds):
    """Does the program fail?"""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as mutant:
        mutant.write(sql)
        mutant.flush()
        given = {**os.environ, "COURTYARD_MUTANT": mutant.name, "COURTYARD_WORLDS": str(worlds), "PROPTEST_MAX_SHRINK_ITERS": "0"}
        told = subprocess.run([program, test], env=given, capture_output=True, text=True)
    if "no such" in told.stdout + told.stderr or "syntax error" in told.stdout + told.stderr:
        sys.exit("a mutant that is no view: " + told.stdout[-2000:])
    return told.returncode != 0


def run(lib, story, words):
    views_worlds, pages_worlds = os.environ.get("WORLDS_VIEWS", "200"), os.environ.get("WORLDS_PAGES", "12")
    missed = 0
    for name, number, clause, sql in mutants():
        if words and words not in name:
            continue
        seen = notices(lib, "db::apart_tests::in_any_world", sql, views_worlds)
        by = "the views" if seen else ""
        if not seen and story != "-" and notices(story, "worlds_apart::in_any_world", sql, pages_worlds):
            by = "the pages"
        missed += not by
        print(f"{'noticed by ' + by if by else 'MISSED':22} {name} {number}: {clause}", flush=True)
    print(f"{missed} were not noticed")
    return missed


if __name__ == "__main__":
    if sys.argv[1] == "list":
        for name, number, clause, _ in mutants():
            print(name, number, clause)
    else:
        sys.exit(run(sys.argv[2], sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else "") > 0)
