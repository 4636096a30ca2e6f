//! A whole box in this process: a folder, a database, a port, and the people who are there.

use super::http::{self, Answer, Ask};
use super::person::Person;
use crate::shelf;
use courtyard::app::App;
use courtyard::base::{AccountId, Act, Approval, Clock, Duties, Duty, Role, Standing};
use courtyard::config::Config;
use courtyard::db::{Change, Db, Snapshot, Viewer};
use courtyard::features::{
    accounts, apart, archive, days, leaving, photos, readings, retention, sanctions, sessions, sheets,
};
use courtyard::web::{NewSession, Route, serve};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use tokio::sync::oneshot;

/// The password of everybody in these stories: long enough for staff.
pub const PASSWORD: &str = "three grey herons wade";

/// What the database keeps of it; hashed once a process, since hashing is slow on purpose.
static HASHED: OnceLock<String> = OnceLock::new();

/// The moment at which a held clock begins: 3 March 2025, 09:00 UTC.
const MORNING_MS: i64 = 1_740_992_400_000;

/// A box that runs.
pub struct Site {
    pub db: Arc<Db>,
    pub address: SocketAddr,
    pub routes: Vec<Route>,
    /// As it stood when the box started; a claimed box has none.
    pub setup_code: Option<String>,
    agent: ureq::Agent,
    hand: Option<Arc<AtomicI64>>,
    app: Option<App>,
    stop: Option<oneshot::Sender<()>>,
    runtime: Option<tokio::runtime::Runtime>,
    folder: tempfile::TempDir,
}

impl Site {
    /// A box fresh from its packet: nobody has claimed it.
    pub fn fresh() -> Site {
        Site::start(tempfile::tempdir().unwrap(), None)
    }

    /// A school that its head has claimed, through the pages of the wizard.
    pub fn school() -> Site {
        Site::claimed("now", None)
    }

    /// A school with a clock that the story moves.
    pub fn school_with_clock() -> Site {
        Site::claimed("morning", Some(MORNING_MS))
    }

    fn claimed(sort: &str, at_ms: Option<i64>) -> Site {
        let program = std::env::current_exe().unwrap();
        let folder = tempfile::tempdir().unwrap();
        shelf::copied(&format!("claimed-{sort}"), &program, folder.path(), |into| {
            let mut site = Site::start(tempfile::tempdir().unwrap(), at_ms);
            site.is_claimed();
            site.stops();
            shelf::copy(site.folder.path(), into).unwrap();
        });
        Site::start(folder, at_ms)
    }

    fn start(folder: tempfile::TempDir, at_ms: Option<i64>) -> Site {
        // What the box says of a fault stands beside the story that met it.
        let log = tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_writer(std::io::stderr);
        let _ = log.try_init(); // another site of this process may have begun it
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (clock, hand) = match at_ms {
            Some(at_ms) => Some(Clock::held(at_ms)).map(|(clock, hand)| (clock, Some(hand))).unwrap(),
            None => (Clock::real(), None),
        };
        let config = Config {
            data: folder.path().join("data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            name: None,
            mdns: false,
            interfaces: Vec::new(),
        };
        let app = runtime.block_on(App::open(&config, clock)).unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind(config.listen)).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        runtime.spawn(serve(listener, app.router.clone(), async move { drop(stopped.await) }));
        Site {
            db: app.db.clone(),
            address,
            routes: app.routes.clone(),
            setup_code: app.site.setup_code.clone(),
            agent: http::agent(),
            hand,
            app: Some(app),
            stop: Some(stop),
            runtime: Some(runtime),
            folder,
        }
    }

    /// Claims the box as its head would, page by page, and leaves her signed in.
    pub fn is_claimed(&self) -> Person<'_> {
        let head = Person::new(self, "Dr Wren", "dr.wren", 1);
        head.opens("/").fills("Set-up code", self.code()).presses("Go on");
        head.fills("Name of the site", "Hillview School").ticks("School").presses("Go on");
        head.fills("Name that others see", "Dr Wren").fills("Sign-in name", "dr.wren");
        head.fills("Password", PASSWORD).fills("New password, once more", PASSWORD).presses("Claim this box");
        head.is_told(200);
        head
    }

    /// The set-up code that the box printed when it started.
    pub fn code(&self) -> &str {
        self.setup_code.as_deref().expect("the box was not claimed when it started")
    }

    /// The head, who claimed the box, at a computer of hers.
    pub fn head(&self) -> Person<'_> {
        self.is_in(Person::new(self, "Dr Wren", "dr.wren", 1))
    }

    /// A pupil of that name, signed in.
    pub fn pupil(&self, name: &str) -> Person<'_> {
        self.is_in(self.knows(name, Role::Member, &[]))
    }

    /// A teacher who keeps the desk and the accounts, signed in.
    pub fn teacher(&self, name: &str) -> Person<'_> {
        self.staff(name, &[Duty::Moderate, Duty::Accounts])
    }

    /// Somebody on the staff with exactly these duties, signed in.
    pub fn staff(&self, name: &str, duties: &[Duty]) -> Person<'_> {
        self.is_in(self.knows(name, Role::Staff, duties))
    }

    /// Somebody whom the site does not know.
    pub fn stranger(&self) -> Person<'_> {
        Person::new(self, "a stranger", "", 0)
    }

    /// An account of that name with [`PASSWORD`]; its person is at the door, not signed in.
    ///
    /// Made without pages, so that a story about herons does not hash five passwords; how staff make
    /// accounts is a story of its own.
    pub fn knows(&self, name: &str, role: Role, duties: &[Duty]) -> Person<'_> {
        let username = name.to_lowercase().replace(' ', ".");
        let new = accounts::NewAccount {
            username: username.clone(),
            shown_name: name.to_owned(),
            role,
            duties: duties.iter().copied().collect(),
        };
        let hash = self.hash_of_password();
        let id = self.write(Act::AddAccount, move |change| accounts::add(change, &new, &hash, false));
        Person::new(self, name, &username, id.0)
    }

    /// Begins a session for them, as signing in does once the password was right.
    pub fn is_in<'s>(&'s self, person: Person<'s>) -> Person<'s> {
        let session = NewSession::new();
        let (id, hash) = (AccountId(person.id), session.hash());
        self.write(Act::SignIn, move |change| sessions::begin(change, id, hash, "Firefox", "127.0.0.1"));
        person.has_cookie("session", session.token());
        person
    }

    /// Somebody whom the box knew before it was started again, signed in.
    pub fn known(&self, name: &str, username: &str, id: i64) -> Person<'_> {
        self.is_in(Person::new(self, name, username, id))
    }

    fn hash_of_password(&self) -> String {
        let hashed = HASHED.get_or_init(|| {
            let hashers = accounts::Hashers::start(1).unwrap();
            self.runtime().block_on(hashers.hash(accounts::Password(PASSWORD.into()))).unwrap()
        });
        hashed.clone()
    }

    /// Something that the owner does, without a page.
    pub fn write<T: Send + 'static>(
        &self,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> courtyard::base::Result<T> + Send + 'static,
    ) -> T {
        self.runtime().block_on(self.db.write(&owner(), act, change)).unwrap()
    }

    /// Something that this person does, without a page: for a story with hundreds of things.
    pub fn write_as<T: Send + 'static>(
        &self,
        person: &Person<'_>,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> courtyard::base::Result<T> + Send + 'static,
    ) -> T {
        let who = Viewer::account(AccountId(person.id), Role::Member, Duties::NONE, "Firefox".into());
        self.runtime().block_on(self.db.write(&who, act, change)).unwrap()
    }

    /// What comes of something that somebody does, without a page.
    pub fn written<T: Send + 'static>(
        &self,
        who: &Viewer,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> courtyard::base::Result<T> + Send + 'static,
    ) -> courtyard::base::Result<T> {
        self.runtime().block_on(self.db.write(who, act, change))
    }

    /// The packer packs what waits, as it does by itself in a box that serves. Gives how many.
    pub fn packs(&self) -> usize {
        let depot = self.app.as_ref().unwrap().depot.clone();
        let packed = || self.runtime().block_on(archive::pack_next(&self.db, &depot)).unwrap();
        std::iter::repeat_with(packed).take_while(|packed| *packed).count()
    }

    /// A day passes, as the box counts them; what waits for its end is done. Only for a site with a clock of its own.
    pub fn a_day_passes(&self) {
        self.waits_ms(24 * 60 * 60 * 1000);
        self.runs_for(8 * 60 * 60 * 1000);
    }

    /// The box runs so long, whatever its clock shows.
    pub fn runs_for(&self, span_ms: i64) {
        let app = self.app.as_ref().unwrap();
        let house = async {
            let the_box = Viewer::the_box();
            let day = self.db.write(&the_box, Act::NoteArchive, move |change| days::pass(change, span_ms));
            day.await.unwrap();
            let rules = app.rules.borrow().clone();
            while leaving::work(&self.db, &rules).await.unwrap() {}
            sheets::make_due(&self.db, &rules).await.unwrap();
            apart::pass_dates(&self.db, &rules.time_zone).await.unwrap();
            readings::tell_due(&self.db).await.unwrap();
            sanctions::end_due(&self.db).await.unwrap();
            archive::sweep(&self.db, &app.depot).await.unwrap();
            photos::sweep(&self.db, &app.shelf).await.unwrap();
        };
        self.runtime().block_on(house);
    }

    /// What is kept long enough is deleted, as a box that serves does by itself on each of its days.
    pub fn retains(&self) {
        let rules = self.app.as_ref().unwrap().rules.borrow().clone();
        while self.runtime().block_on(retention::work(&self.db, &rules)).unwrap() {}
    }

    /// Do these words stand in any column of any table, or can they be searched for? Whoever holds the box could look so.
    pub fn holds_words(&self, words: &str) -> bool {
        let file = self.opened();
        let columns = "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND t.name NOT LIKE 'found%' AND t.name NOT LIKE 'sqlite%' AND c.type = 'TEXT'";
        let mut columns = file.prepare(columns).unwrap();
        let columns =
            columns.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
        let stands = columns.map(Result::unwrap).any(|(table, column)| {
            let sql = format!("SELECT count(*) FROM \"{table}\" WHERE instr(lower(\"{column}\"), lower(?1))");
            file.query_row(&sql, [words], |row| row.get::<_, i64>(0)).unwrap() > 0
        });
        let terms = courtyard::base::terms::line(words);
        let terms: Vec<String> = terms.split_whitespace().map(|term| format!("\"{term}\"")).collect();
        stands
            || ["found", "found_message"].iter().any(|index| {
                let sql = format!("SELECT count(*) FROM {index} WHERE {index} MATCH ?1");
                file.query_row(&sql, [terms.join(" ")], |row| row.get::<_, i64>(0)).unwrap() > 0
            })
    }

    /// Is the file whole: each reference leads to something, and so does each link of the record?
    pub fn is_sound(&self) {
        let file = self.opened();
        let lost = "SELECT count(*) FROM pragma_foreign_key_check";
        assert_eq!(
            file.query_row(lost, [], |row| row.get::<_, i64>(0)).unwrap(),
            0,
            "a reference leads nowhere"
        );
        let whole: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(whole, "ok");
        let record = courtyard::db::verify_file(&self.folder.path().join("data/courtyard.db"), &[]);
        assert_eq!(record.unwrap().fault, None, "the chain of the record is broken");
    }

    fn opened(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.folder.path().join("data/courtyard.db")).unwrap()
    }

    /// Takes from the shelf what nothing names, as the box does by itself; gives how many files went.
    pub fn sweeps(&self) -> usize {
        let shelf = &self.app.as_ref().unwrap().shelf;
        self.runtime().block_on(photos::sweep(&self.db, shelf)).unwrap()
    }

    /// Stops the box and starts it again on the same data.
    pub fn restarts(&mut self) {
        self.stops();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap());
        let at_ms = self.hand.as_ref().map(|hand| hand.load(Ordering::SeqCst));
        *self = Site::start(folder, at_ms);
    }

    /// What the owner finds in the database.
    pub fn read<T>(&self, look: impl FnOnce(&Snapshot<'_>) -> courtyard::base::Result<T>) -> T {
        self.runtime().block_on(self.db.read(&owner(), look)).unwrap()
    }

    /// Gives somebody another standing, as staff do.
    pub fn stands(&self, person: &Person<'_>, standing: Standing) {
        let id = AccountId(person.id);
        self.write(Act::ChangeStanding, move |change| accounts::stand(change, id, standing));
    }

    /// The head sets what waits for staff, on the page of the rules.
    pub fn rules(&self, approval: Approval) {
        let words = match approval {
            Approval::Open => "Nothing waits",
            Approval::HoldPhotos => "Photos wait",
            Approval::HoldAll => "Everything waits",
            Approval::ReadOnly => "Nobody posts",
        };
        self.head().opens("/admin/rules").ticks(words).presses("Save").is_told(200);
    }

    /// The head lets what waits at this path be seen.
    pub fn releases(&self, thing: &str) {
        self.head().decides(thing, "Let it be seen");
    }

    /// There is a class of that name with these people. Gives its id.
    pub fn has_a_group(&self, name: &str, people: &[&Person<'_>]) -> i64 {
        let (name, people) = (name.to_owned(), people.iter().map(|each| each.id).collect::<Vec<_>>());
        self.write(Act::AddGroup, move |change| {
            let sql = "INSERT INTO \"group\" (name, kind, made_at) VALUES (?1, 'class', 0)";
            let id = change.insert(sql, [name])?;
            for person in people {
                let sql = "INSERT INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, 0)";
                change.run(sql, [id, person])?;
            }
            Ok(id)
        })
    }

    /// They hold this duty for this group alone, given by the head.
    pub fn has_charge_of(&self, person: &Person<'_>, duty: Duty, group: i64) {
        let who = person.id;
        let sql =
            "INSERT INTO duty (account_id, duty, group_id, given_by, given_at) VALUES (?1, ?2, ?3, 1, 0)";
        self.write(Act::ChangeDuties, move |change| change.run(sql, (who, duty.word(), group)));
    }

    /// Is there an entry in the audit log of this act about this thing? Such as `"post 1"`.
    pub fn noted(&self, act: Act, about: &str) {
        let found = self.entries(act);
        assert!(found.iter().any(|entry| entry == about), "{act} about {about} is not in the log: {found:?}");
    }

    /// What the entries of this act are about, oldest first.
    pub fn entries(&self, act: Act) -> Vec<String> {
        let sql = "SELECT coalesce(kind, ''), coalesce(item, '') FROM seen_audit WHERE act = ?1 ORDER BY seq";
        self.read(|look| {
            look.list(sql, [act.word()], |row| {
                let item: courtyard::db::Value = row.get(1)?;
                let item = match item {
                    courtyard::db::Value::Integer(id) => id.to_string(),
                    _ => String::new(),
                };
                Ok(format!("{} {item}", row.get::<_, String>(0)?).trim().to_owned())
            })
        })
    }

    /// Lets time pass. Only for a site with a clock of its own.
    pub fn waits_ms(&self, span_ms: i64) {
        self.hand.as_ref().expect("a site with_clock").fetch_add(span_ms, Ordering::SeqCst);
    }

    /// Sends one request as nobody in particular.
    pub fn ask(&self, ask: &Ask) -> Answer {
        http::send(&self.agent, self.address, ask)
    }

    /// The files in a folder of the box's data.
    pub fn files_in(&self, folder: &str) -> Vec<PathBuf> {
        fn walk(folder: &std::path::Path, found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() { walk(&path, found) } else { found.push(path) }
            }
        }
        let mut found = Vec::new();
        walk(&self.folder.path().join("data").join(folder), &mut found);
        found.sort();
        found
    }

    /// Stops the box for good; what it leaves is its folder.
    pub fn leaves(mut self) -> tempfile::TempDir {
        self.stops();
        std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap())
    }

    fn stops(&mut self) {
        drop(self.stop.take());
        self.db.close();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        drop(self.app.take());
    }

    pub(in crate::harness) fn runtime(&self) -> &tokio::runtime::Runtime {
        self.runtime.as_ref().expect("the site runs until it is dropped")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stops();
    }
}

/// The first owner: whoever made the first account.
fn owner() -> Viewer {
    Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into())
}
