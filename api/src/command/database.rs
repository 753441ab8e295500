//! Which database a command works on, and what to do when it cannot be opened.

use std::path::Path;

use store::Database;

use super::Failure;

/// The database to use: the one named, else a file in the user's data directory.
pub fn url(given: Option<String>) -> Result<String, Failure> {
    if let Some(url) = given {
        return known(&url).map(|()| url);
    }
    let dirs = directories::ProjectDirs::from("", "", "seutu")
        .ok_or("there is no home directory to keep the database in: name a database with --database (DATABASE_URL)")?;
    let folder = dirs.data_dir();
    std::fs::create_dir_all(folder).map_err(|error| {
        let folder = folder.display();
        format!(
            "{folder} cannot be made ({error}): name another place with --database (DATABASE_URL), such as sqlite://seutu.sqlite"
        )
    })?;
    Ok(format!("sqlite://{}", folder.join("seutu.sqlite").display()))
}

/// Opens a database.
pub async fn connect(url: &str) -> Result<Database, Failure> {
    store::db::connect(url).await.map_err(|error| unusable(url, &error.to_string()))
}

/// Refuses what is neither of the two databases. The URL is not repeated: it may hold a password.
fn known(url: &str) -> Result<(), Failure> {
    let wanted = "give sqlite://FILE, sqlite::memory: or postgres://USER@HOST/NAME";
    let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
    match scheme {
        "sqlite" if file(url).is_some_and(|file| file.as_os_str().is_empty()) => {
            Err(format!("--database (DATABASE_URL): no file is named: {wanted}"))
        }
        "sqlite" => Ok(()),
        "postgres" | "postgresql" if rest.starts_with("//") => Ok(()),
        "" | "postgres" | "postgresql" => Err(format!("--database (DATABASE_URL): this is no URL of a database: {wanted}")),
        other => Err(format!("--database (DATABASE_URL): {other:?} is no database that seutu knows: {wanted}")),
    }
}

/// The file of an SQLite database; none if it is kept in memory or is no SQLite.
fn file(url: &str) -> Option<&Path> {
    let rest = url.strip_prefix("sqlite:")?;
    let name = rest.strip_prefix("//").unwrap_or(rest).split('?').next().unwrap_or_default();
    (name != ":memory:").then(|| Path::new(name))
}

/// Why a database cannot be opened, and what to do.
fn unusable(url: &str, error: &str) -> Failure {
    let cause = error.lines().collect::<Vec<_>>().join(" ");
    // What wraps the words of the database says nothing to a reader.
    let cause = cause.rsplit("error returned from database: ").next().unwrap_or(&cause);
    let cause = cause.split(" at line ").next().unwrap_or(cause);
    let Some(file) = file(url) else {
        let (server, name) = place(url);
        return if ["timed out", "refused", "unreachable", "lookup"].iter().any(|word| cause.contains(word)) {
            format!("--database (DATABASE_URL): PostgreSQL at {server} does not answer: start it, or correct host and port")
        } else {
            format!(
                "--database (DATABASE_URL): database {name:?} at {server} cannot be opened ({cause}): correct user, password and name"
            )
        };
    };
    let name = file.display();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mend = if folder.is_some_and(|folder| !folder.is_dir()) {
        "there is no such folder: make it, or name another file".to_owned()
    } else if file.is_dir() {
        "this is a folder: name a file in it".to_owned()
    } else if cause.contains("not a database") {
        "this file is no SQLite database: name another".to_owned()
    } else if cause.contains("readonly") || cause.contains("unable to open") {
        "the file or its folder cannot be written to: give this user the right to, or name another file".to_owned()
    } else {
        format!("it cannot be opened: {cause}")
    };
    format!("--database (DATABASE_URL) {name}: {mend}")
}

/// Server and name of the database in a URL, without what is secret in it.
fn place(url: &str) -> (&str, &str) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (server, name) = rest.split_once('/').unwrap_or((rest, ""));
    (server.rsplit('@').next().unwrap_or_default(), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_told_apart_and_keep_their_secrets() {
        for good in ["sqlite::memory:", "sqlite://a.db", "sqlite:a.db?mode=ro", "postgres://u@h/n", "postgresql://h/n"] {
            assert_eq!(known(good), Ok(()), "{good}");
        }
        for bad in ["", "a.db", "/tmp/a.db", "mysql://u:geheim@h/n", "sqlite:", "sqlite://", "postgres:x", "http://h"] {
            let failure = known(bad).expect_err(bad);
            assert!(failure.contains("--database (DATABASE_URL)") && !failure.contains("geheim"), "{failure}");
        }
        assert_eq!(place("postgres://u:geheim@h:5432/n?sslmode=require"), ("h:5432", "n"));
        assert!(!unusable("postgres://u:geheim@h/n", "pool timed out").contains("geheim"));
    }
}
