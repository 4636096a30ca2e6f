//! `courtyard account`: what can be done about accounts at the box's own keyboard.

use super::{Folder, say};
use crate::app::AtRest;
use crate::base::{Act, Duties, Duty, Error, Problem, Result, Role, Standing, limits, text};
use crate::db::{Db, Viewer};
use crate::features::accounts::{self, Hashers, NewAccount, Password};
use crate::features::setup;
use clap::{Args, Subcommand};
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// What `courtyard account --help` says besides the commands.
pub(super) const ABOUT: &str = "\
The box must not be serving meanwhile (exit code 4). Whatever is done is recorded in the audit log as \
done by the box itself.\n\n\
A password is asked for twice at the keyboard; where standard input is not a keyboard, its first line is \
the password. With --one-time the box makes one, prints it alone on one line, and it must be replaced at \
the first sign-in.\n\n\
`list` prints one account a line, its places parted by tabs: sign-in name, role, standing, duties (joined \
by commas), `slip` or `own` for the sort of password, shown name.\n\n\
Exit codes: 0 well; 1 it failed, the reason is on standard error; 2 the words were not understood; 4 the \
folder is in use.";

#[derive(Subcommand)]
pub(super) enum Words {
    /// Make an account. On a box that nobody has claimed, an owner made here claims it
    Add(Add),
    /// List all accounts, one a line, for scripts
    List(Folder),
    /// Give an account a new password; it is signed out everywhere
    Password(Secret),
    /// Suspend an account; it is signed out everywhere
    Suspend(Named),
    /// Make an account active again
    Restore(Named),
}

#[derive(Args)]
pub(super) struct Add {
    #[command(flatten)]
    secret: Secret,
    /// The name that others see; the sign-in name where it is not given
    #[arg(long)]
    shown_name: Option<String>,
    /// What the account is here
    #[arg(long, default_value = "member", value_parser = ["member", "staff", "owner"])]
    role: String,
    /// What staff are trusted with, joined by commas: moderate, accounts, safeguard, audit, settings
    #[arg(long, value_delimiter = ',', value_parser = ["moderate", "accounts", "safeguard", "audit", "settings"])]
    duties: Vec<String>,
}

#[derive(Args)]
pub(super) struct Secret {
    #[command(flatten)]
    named: Named,
    /// Make a one-time password and print it, rather than asking for one
    #[arg(long)]
    one_time: bool,
}

#[derive(Args)]
pub(super) struct Named {
    /// The sign-in name
    username: String,
    #[command(flatten)]
    folder: Folder,
}

/// Runs one of the commands.
pub(super) async fn run(words: Words) -> Result<ExitCode> {
    let folder = match &words {
        Words::List(folder) => folder,
        Words::Add(add) => &add.secret.named.folder,
        Words::Password(secret) => &secret.named.folder,
        Words::Suspend(named) | Words::Restore(named) => &named.folder,
    };
    let rest = AtRest::open(&folder.data)?;
    let done = match &words {
        Words::List(_) => list(&rest.db).await,
        Words::Add(new) => add(&rest.db, new).await,
        Words::Password(secret) => password(&rest.db, secret).await,
        Words::Suspend(named) => stand(&rest.db, named, Standing::Suspended).await,
        Words::Restore(named) => stand(&rest.db, named, Standing::Active).await,
    };
    rest.close();
    done.map(|()| ExitCode::SUCCESS)
}

async fn list(db: &Db) -> Result<()> {
    let mut after = String::new();
    loop {
        let page = db
            .read(&Viewer::the_box(), |look| accounts::by_username(look, &after, limits::LIST_PAGE))
            .await?;
        for each in &page {
            let duties: Vec<&str> = each.duties.list().map(Duty::word).collect();
            let password = if each.must_choose { "slip" } else { "own" };
            say(&format!(
                "{}\t{}\t{}\t{}\t{password}\t{}",
                each.username,
                each.role,
                each.standing,
                duties.join(","),
                each.shown_name
            ));
        }
        match page.last() {
            Some(last) if page.len() == limits::LIST_PAGE => after.clone_from(&last.username),
            _ => return Ok(()),
        }
    }
}

async fn add(db: &Db, words: &Add) -> Result<()> {
    let username = text::username("username", &words.secret.named.username)?;
    let shown_name = text::line(words.shown_name.as_deref().unwrap_or(&username));
    let shown_name = text::needed("shown name", shown_name, limits::SHOWN_NAME_CHARS_MAX)?;
    let role = Role::parse(&words.role).unwrap_or(Role::Member);
    let duties: Duties = words.duties.iter().filter_map(|word| Duty::parse(word)).collect();
    let duties = if role == Role::Owner { Duties::all() } else { duties };
    if role == Role::Member && !duties.is_empty() {
        return Err(Error::Broken("only staff hold duties: give --role staff".into()));
    }
    let unclaimed = db.read(&Viewer::the_box(), setup::site).await?.setup_code.is_some();
    if unclaimed && role != Role::Owner {
        return Err(Error::Broken(
            "nobody has claimed this box yet: make an owner first (--role owner)".into(),
        ));
    }
    let one_time = words.secret.one_time;
    // Asked before the password, so that nobody types it for nothing.
    let same = username.clone();
    if !db
        .read(&Viewer::the_box(), |look| accounts::like(look, std::slice::from_ref(&same)))
        .await?
        .iter()
        .all(|u| *u != same)
    {
        return Err(Error::field("username", Problem::Taken));
    }
    let password = chosen(one_time, &username, role)?;
    let hash = hash(&password).await?;
    let new = NewAccount { username, shown_name, role, duties };
    if unclaimed {
        db.write(&Viewer::the_box(), Act::ClaimSite, move |change| setup::claim(change, &new, &hash)).await?;
    } else {
        let make = move |change: &mut crate::db::Change<'_>| accounts::add(change, &new, &hash, one_time);
        db.write(&Viewer::the_box(), Act::AddAccount, make).await?;
    }
    tell(one_time, &password);
    Ok(())
}

async fn password(db: &Db, words: &Secret) -> Result<()> {
    let username = text::line(&words.named.username).to_lowercase();
    let person = db.read(&Viewer::the_box(), |look| accounts::find_by_username(look, &username)).await?;
    let password = chosen(words.one_time, &person.username, person.role)?;
    let (hash, one_time) = (hash(&password).await?, words.one_time);
    let set = move |change: &mut crate::db::Change<'_>| accounts::reset(change, person.id, &hash, one_time);
    db.write(&Viewer::the_box(), Act::ResetPassword, set).await?;
    tell(one_time, &password);
    Ok(())
}

async fn stand(db: &Db, named: &Named, standing: Standing) -> Result<()> {
    let username = text::line(&named.username).to_lowercase();
    let stand = move |change: &mut crate::db::Change<'_>| {
        let person = accounts::find_by_username(change, &username)?;
        accounts::stand(change, person.id, standing)
    };
    db.write(&Viewer::the_box(), Act::ChangeStanding, stand).await
}

/// A password made here, or one that somebody types or sends; never an argument, which others on the
/// machine could read.
fn chosen(one_time: bool, username: &str, role: Role) -> Result<Password> {
    if one_time {
        return Ok(Password(accounts::one_time_password()));
    }
    let typed = if std::io::stdin().is_terminal() {
        let _ = writeln!(std::io::stderr(), "The password is not shown while it is typed.");
        let typed = rpassword::prompt_password("Password: ")?;
        if typed != rpassword::prompt_password("Once more: ")? {
            return Err(Error::field("password", Problem::NotTheSame));
        }
        typed
    } else {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    accounts::fit_password("password", &typed, username, role)?;
    Ok(Password(typed))
}

async fn hash(password: &Password) -> Result<String> {
    Hashers::start(1)?.hash(password.clone()).await
}

fn tell(one_time: bool, password: &Password) {
    if one_time {
        say(&password.0);
    }
}
