//! `hamgam evaluate`: rule R on a file, with the same code that the adoption service runs.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Write},
    process::ExitCode,
};

use anyhow::Context as _;

use crate::{
    cli::Evaluate,
    output::{self, BAD_ROWS},
};

/// Reads team days, writes flags to standard output. A file with bad rows is refused with every line named.
pub(crate) fn evaluate(options: &Evaluate) -> anyhow::Result<ExitCode> {
    let file =
        File::open(&options.file).with_context(|| format!("cannot open {}", options.file.display()))?;
    let bar = output::progress(0, "Evaluating");
    let mut out = BufWriter::new(io::stdout().lock());
    let result = adoption::evaluate_csv(BufReader::new(file), &mut out, |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    out.flush()?;
    bar.finish_and_clear();
    match result {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // A full disk or a closed pipe says nothing about the rows.
        Err(adoption::FileError::Io(error)) => Err(error.into()),
        Err(bad) => {
            output::failed(&anyhow::anyhow!("{}: {bad}", options.file.display()));
            Ok(ExitCode::from(BAD_ROWS))
        }
    }
}
