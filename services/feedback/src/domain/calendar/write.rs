//! Content lines: escaped, and folded at 75 octets.

/// Writes content lines.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
}

/// The most octets of a line, without its end.
const WIDTH: usize = 75;

impl Writer {
    /// A line that needs no escaping.
    pub(super) fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            // A line break within a value would begin another property.
            if c.is_control() && c != '\t' {
                continue;
            }
            if octets + c.len_utf8() > WIDTH {
                self.out.push_str("\r\n ");
                octets = 1;
            }
            self.out.push(c);
            octets += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, parameters: &[(&str, &str)], text: &str) {
        let parameters: Vec<(&str, String)> = parameters.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
        self.value(name, &parameters, &escape(text));
    }

    /// A property whose value is taken as it is.
    pub(super) fn value(&mut self, name: &str, parameters: &[(&str, String)], value: &str) {
        let mut line = name.to_owned();
        for (key, value) in parameters {
            line.push(';');
            line.push_str(key);
            line.push('=');
            line.push_str(&parameter(value));
        }
        line.push(':');
        line.push_str(value);
        self.line(&line);
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// RFC 5545, 3.3.11.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// A parameter's value. A quotation mark cannot be written in one, so it becomes an apostrophe; what would end the value is
/// quoted.
fn parameter(value: &str) -> String {
    let plain: String = value.chars().map(|c| if c == '"' { '\'' } else { c }).collect();
    if plain.contains([':', ';', ',', '^']) { format!("\"{plain}\"") } else { plain }
}
