//! How far long work has come: a bar on a terminal, log lines elsewhere.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows how far an import has come.
pub struct Progress {
    bar: ProgressBar,
    /// Title of the log lines, where there is no terminal.
    lines: Option<String>,
}

/// Rows between two log lines.
const STEP: u64 = 5_000;

impl Progress {
    /// A bar on the terminal, a line now and then where standard error is none.
    #[must_use]
    pub fn new(title: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{spinner} {msg} {pos} rows {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        bar.set_style(style);
        bar.set_message(title.to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        let lines = (!std::io::stderr().is_terminal()).then(|| title.to_owned());
        Self { bar, lines }
    }

    /// Shows nothing: for tests and for the first start.
    #[must_use]
    pub fn hidden() -> Self {
        Self { bar: ProgressBar::hidden(), lines: None }
    }

    /// Some more rows are done.
    pub fn advance(&self, rows: u64) {
        let before = self.bar.position();
        self.bar.inc(rows);
        if let Some(title) = &self.lines
            && before / STEP != (before + rows) / STEP
        {
            eprintln!("{title}: {} rows", before + rows);
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
