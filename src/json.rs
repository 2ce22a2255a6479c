//! Writes JSON, one value after the other. Reading is the browser's part, so no library is served.

use crate::figure::figure;

/// A JSON text on its way. What is open is closed in the right order by [`Json::finish`].
pub(crate) struct Json {
    text: String,
    /// What closes each open object and list, the innermost last.
    open: Vec<char>,
    /// Whether the innermost has a value already.
    begun: bool,
    /// Whether to leave out control characters, apart from tabs and line breaks.
    printable: bool,
}

impl Json {
    /// An open object.
    pub(crate) fn new(printable: bool) -> Self {
        Self { text: "{".to_owned(), open: vec!['}'], begun: false, printable }
    }

    /// Opens an object. Here as everywhere the key counts in an object only.
    pub(crate) fn object(&mut self, key: &str) {
        self.begin(key, '{', '}');
    }

    /// Opens a list.
    pub(crate) fn list(&mut self, key: &str) {
        self.begin(key, '[', ']');
    }

    /// Closes what was opened last.
    pub(crate) fn end(&mut self) {
        if let Some(bracket) = self.open.pop() {
            if self.begun {
                self.line();
            }
            self.text.push(bracket);
            self.begun = true;
        }
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
    }

    /// Writes yes.
    pub(crate) fn yes(&mut self, key: &str) {
        self.key(key);
        self.text.push_str("true");
    }

    /// Writes a value that is JSON already, in a list.
    pub(crate) fn raw(&mut self, value: &str) {
        self.key("");
        self.text.push_str(value);
    }

    /// Writes a number with two decimals at the most.
    pub(crate) fn number(&mut self, key: &str, value: f64) {
        self.key(key);
        self.text.push_str(&figure(value));
    }

    /// Closes all that is open and gives the whole text.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.text.push('\n');
        self.text
    }

    fn begin(&mut self, key: &str, bracket: char, closing: char) {
        self.key(key);
        self.text.push(bracket);
        self.open.push(closing);
        self.begun = false;
    }

    fn key(&mut self, key: &str) {
        if self.begun {
            self.text.push(',');
        }
        self.begun = true;
        self.line();
        if self.open.last() == Some(&'}') {
            self.quote(key);
            self.text.push_str(": ");
        }
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in &self.open {
            self.text.push_str("  ");
        }
    }

    fn quote(&mut self, value: &str) {
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                '\0'..='\x1f' if self.printable && !matches!(c, '\t' | '\r' | '\n') => {}
                '\0'..='\x1f' => {
                    self.text.push_str("\\u00");
                    let digit = |part: u32| char::from_digit(part, 16).unwrap_or('0');
                    self.text.extend([digit(u32::from(c) / 16), digit(u32::from(c) % 16)]);
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }
}
