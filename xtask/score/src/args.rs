//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

const CODES: &str = "Exit codes: 0 all done; 1 wrong command line, or a file that cannot be used; \
    2 some rows refused, or mistakes found by lint; 3 stopped at a refused row, with --strict";

/// Scores answers to an instrument, checks instruments, and calibrates them on real answers.
#[derive(Debug, Parser)]
#[command(name = "burnout-score", version, after_help = CODES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Scores each person in files of answers
    Score(ScoreArgs),
    /// Writes a new instrument's file from a scoring key, with empty places for the licensed words
    New(NewArgs),
    /// Says everything that is wrong with an instrument's file
    Lint(LintArgs),
    /// Works out from real answers what an instrument's file assumes: spread, reliability, retest, margins
    Calibrate(CalibrateArgs),
    /// Reads health records (HL7 FHIR R4): a Questionnaire becomes an instrument's file, responses are scored
    Fhir(FhirArgs),
}

/// How answers are read.
#[derive(Args, Clone, Debug, Default)]
pub struct ReadArgs {
    /// The instrument's file, `built-in`, or the name of a scoring key
    #[arg(long, value_name = "FILE")]
    pub instrument: String,
    /// The column that tells people apart
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// What stands for an answer left out, beside an empty cell: codes with commas between, such as NA,-9
    #[arg(long, value_name = "CODES", value_delimiter = ',', allow_hyphen_values = true)]
    pub missing: Vec<String>,
    /// One answer a row: the columns `--id`, `--item` and `--value`; rows of one person stand together
    #[arg(long, requires = "id")]
    pub long: bool,
    /// The column with the item's id in a long table
    #[arg(long, value_name = "COLUMN", default_value = "item")]
    pub item: String,
    /// The column with the answer in a long table
    #[arg(long, value_name = "COLUMN", default_value = "value")]
    pub value: String,
    /// What stands between cells; found by itself where it is `,`, `;` or a tab
    #[arg(long, value_name = "CHAR")]
    pub separator: Option<char>,
    /// Items without a column count as left out, instead of being a mistake
    #[arg(long)]
    pub partial: bool,
}

/// The command `score`.
#[derive(Args, Debug)]
pub struct ScoreArgs {
    /// How answers are read.
    #[command(flatten)]
    pub read: ReadArgs,
    /// Files of answers; `-` is what comes in by the pipe
    #[arg(required = true, value_name = "RESPONSES")]
    pub responses: Vec<PathBuf>,
    /// How it is scored and written.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// How people are scored, and where that is written.
#[derive(Args, Debug)]
pub struct WriteArgs {
    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,
    /// Where it is written, instead of to the screen
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The first row that is refused ends the run
    #[arg(long)]
    pub strict: bool,
    /// How many cores to use; all by default
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table
    Csv,
    /// One object of JSON a line
    Jsonl,
}

/// The command `new`.
#[derive(Args, Debug)]
pub struct NewArgs {
    /// The name of the key
    #[arg(required_unless_present = "list")]
    pub key: Option<String>,
    /// Names all keys
    #[arg(long, exclusive = true)]
    pub list: bool,
    /// Where to write; `-` is the screen, and by default it is the key's name with .json
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The command `lint`.
#[derive(Args, Debug)]
pub struct LintArgs {
    /// The instrument's file
    pub file: PathBuf,
    /// The day as which it is checked, such as 2027-01-31; today by default
    #[arg(long, value_name = "DAY")]
    pub today: Option<String>,
}

/// The command `calibrate`.
#[derive(Args, Debug)]
pub struct CalibrateArgs {
    /// How answers are read.
    #[command(flatten)]
    pub read: ReadArgs,
    /// The file of answers; `-` is what comes in by the pipe
    pub responses: PathBuf,
    /// Answers of the same people some weeks later, with the same `--id`
    #[arg(long, value_name = "FILE", requires = "id", conflicts_with = "time")]
    pub second: Option<PathBuf>,
    /// The column that orders several checks of one person, by number or day
    #[arg(long, value_name = "COLUMN", requires = "id")]
    pub time: Option<String>,
    /// The column of a wide table with a group, such as setting.role: whether items mean the same in each
    #[arg(long, value_name = "COLUMN")]
    pub by: Option<String>,
    /// How sure to be that the true score lies on the same side of the line, for the margins
    #[arg(long, default_value_t = 0.8, value_name = "SHARE")]
    pub certainty: f64,
    /// Where the report is written, as Markdown, instead of to the screen
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the change of the instrument's file is written, as a JSON patch (RFC 6902)
    #[arg(long, value_name = "FILE")]
    pub patch: Option<PathBuf>,
}

/// The command `fhir`.
#[derive(Args, Debug)]
pub struct FhirArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: FhirCommand,
}

/// What to do with a health record.
#[derive(Debug, Subcommand)]
pub enum FhirCommand {
    /// Writes the beginning of an instrument's file from a Questionnaire of choice items with ordinal values
    Definition(FhirDefinitionArgs),
    /// Scores each QuestionnaireResponse, alone or in a Bundle
    Score(FhirScoreArgs),
}

/// The command `fhir definition`.
#[derive(Args, Debug)]
pub struct FhirDefinitionArgs {
    /// The file of the Questionnaire
    pub questionnaire: PathBuf,
    /// Where the instrument's file is written, instead of to the screen
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The command `fhir score`.
#[derive(Args, Debug)]
pub struct FhirScoreArgs {
    /// The instrument's file, `built-in`, or the name of a scoring key
    #[arg(long, value_name = "FILE")]
    pub instrument: String,
    /// Files that hold a QuestionnaireResponse, or a Bundle with such; `-` is what comes in by the pipe
    #[arg(required = true, value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// How it is scored and written.
    #[command(flatten)]
    pub write: WriteArgs,
}
