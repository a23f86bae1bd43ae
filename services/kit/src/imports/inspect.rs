//! The first look at a whole file: its columns, a few rows, and the mapping to begin with.

use proto::imports::v1 as pb;

use super::{Field, Problem, Table, guess};

/// How many rows the preview shows.
const SAMPLE: usize = 5;
/// How many characters of a value the preview shows.
const SAMPLE_LENGTH: usize = 200;

/// What a file holds.
#[derive(Debug)]
pub struct Inspection {
    /// The columns.
    pub columns: Vec<String>,
    /// The first rows.
    pub sample: Vec<pb::ImportRow>,
    /// The mapping that the names of the columns suggest.
    pub guess: pb::ImportMapping,
    /// How many rows there are, bad ones included.
    pub rows: u64,
    /// The table, to be read further.
    pub table: Table,
}

/// Looks at a file for the first time.
pub fn inspect(content: Vec<u8>, fields: &[Field]) -> Result<Inspection, Problem> {
    let table = Table::read(content)?;
    let columns = table.columns().to_vec();
    let mut sample = Vec::new();
    let mut rows = 0;
    for row in table.rows() {
        rows += 1;
        if let Ok(row) = row
            && sample.len() < SAMPLE
        {
            let values = row.values.iter().map(|v| crate::text::truncate(v, SAMPLE_LENGTH).to_owned());
            sample.push(pb::ImportRow { values: values.collect() });
        }
    }
    let guess = guess(&columns, fields);
    Ok(Inspection { columns, sample, guess, rows, table })
}

impl Inspection {
    /// Writes what was found into the import; a mapping saved for these columns goes before the guessed one.
    pub fn describe(&self, import: &mut pb::Import, saved: Option<pb::ImportMapping>) {
        import.columns.clone_from(&self.columns);
        import.sample.clone_from(&self.sample);
        import.rows_total = i64::try_from(self.rows).unwrap_or(i64::MAX);
        import.mapping = Some(saved.unwrap_or_else(|| self.guess.clone()));
        import.set_state(pb::ImportState::Ready);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_previewed_and_a_saved_mapping_goes_first() {
        let rows = "t,j\n".repeat(20);
        let mut file = format!("Team,Job\n{rows}");
        file.push_str("ragged\n");
        let found = inspect(file.into_bytes(), &[Field::required("team")]).unwrap();
        let mut import = pb::Import::default();
        found.describe(&mut import, None);
        assert_eq!((import.rows_total, import.sample.len()), (21, 5));
        assert_eq!(import.mapping.as_ref().unwrap().columns["team"], "Team");
        let saved =
            pb::ImportMapping { columns: [("team".into(), "Job".into())].into(), ..Default::default() };
        found.describe(&mut import, Some(saved.clone()));
        assert_eq!(import.mapping, Some(saved));
    }
}
