//! The ready examples, `examples/queries/*.graphql`, on the plain page: each in a form that a browser sends without a script.

use std::fmt::Write;

use rust_embed::Embed;

/// The examples as files.
#[derive(Embed)]
#[folder = "../examples/queries"]
#[allow_missing = true]
struct Examples;

/// The page for people where the built one is not: what stands in `start.html`, with the examples at its mark.
#[must_use]
pub fn plain_page() -> String {
    let mut forms = String::new();
    let mut paths: Vec<_> = Examples::iter().filter(|path| path.ends_with(".graphql")).collect();
    paths.sort_unstable();
    for file in paths.iter().filter_map(|path| Examples::get(path)) {
        form(&mut forms, &String::from_utf8_lossy(&file.data));
    }
    include_str!("start.html").replace("<!-- examples -->", &forms)
}

/// A form for an example; its title is the comment line `# en: ..`.
fn form(out: &mut String, text: &str) {
    let title = text.lines().find_map(|line| line.strip_prefix("# en:")).unwrap_or("Example").trim();
    let query: Vec<&str> = text.lines().skip_while(|line| line.starts_with('#') || line.trim().is_empty()).collect();
    let (title, query, rows) = (escaped(title), escaped(&query.join("\n")), query.len().min(24));
    let _ = write!(
        out,
        "<form action=\"graphql\"><h3>{title}</h3>\n<textarea name=\"query\" rows=\"{rows}\" spellcheck=\"false\" \
         aria-label=\"{title}\">\n{query}</textarea>\n<button>Run</button></form>\n"
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_text_and_nothing_else() {
        let mut out = String::new();
        form(&mut out, "# en: A <b>\n# for: portal\n\n{ a(b: \"</textarea>&\") }\n");
        assert!(out.contains("<h3>A &lt;b></h3>"), "{out}");
        assert!(out.contains(">\n{ a(b: &quot;&lt;/textarea>&amp;&quot;) }</textarea>"), "{out}");
    }

    #[test]
    fn every_example_is_on_the_plain_page() {
        let page = plain_page();
        assert_eq!(page.matches("<form").count(), Examples::iter().filter(|path| path.ends_with(".graphql")).count());
        assert!(page.contains("<form"), "no example was embedded");
    }
}
