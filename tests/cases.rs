//! The list of cases in tests/cases names for each a test that exists.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read what it tests must fail"
)]

#[test]
fn each_case_is_a_test() {
    let mut cases = 0;
    for row in include_str!("cases/README.md").lines().filter(|line| line.starts_with("| ")).skip(1)
    {
        let test = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let names: Vec<&str> = test.split('`').skip(1).step_by(2).collect();
        let [file, name] = names[..] else { panic!("no file and test in: {row}") };
        let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        let is_there =
            text.contains(&format!("fn {name}(")) || text.contains(&format!("test(\"{name}\""));
        assert!(is_there, "{file} has no test {name}");
        cases += 1;
    }
    assert_eq!(cases, 35);
}
