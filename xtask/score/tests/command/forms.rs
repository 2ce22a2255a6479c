//! The forms in which answers come: other separators, codes, long tables, several files.

use crate::run::Folder;

/// What is written for the same four answers, however they come.
fn row(id: &str) -> String {
    format!("{id},6,0.75,2,high,1,2,66.66666666666667,4,false")
}

fn scored(more: &[&str], table: &str) -> Vec<String> {
    let ended = Folder::new().score(more, table);
    assert_eq!(ended.code, 0, "{table}: {}", ended.told);
    ended.out.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_wide_table_is_read_however_a_program_writes_it() {
    for table in [
        "a,b,c,d\n3,0,0,2\n",
        "a,b,c,d\r\n3,0,0,2",
        "\u{feff}a,b,c,d\n3,0,0,2\n",
        "a;b;c;d\n3;0;0;2\n",
        "a\tb\tc\td\n3\t0\t0\t2\n",
        " a , b , c , d \n 3 , 0 , 0 , 2 \n",
        "\"a\",\"b\",\"c\",\"d\"\n\"3\",\"0\",\"0\",\"2\"\n",
        "a;b;c;d\n3,0;0,0;0,0;2,0\n",
        "a,b,c,d\n3.0,0.0,0.0,2.00\n",
        "a,b,c,d\nalways,never,never,2\n",
        "item.a,item.b,item.c,item.d\n3,0,0,2\n",
        "d,age,c,b,a\n2,44,0,0,3\n",
    ] {
        assert_eq!(scored(&[], table), [row("2")], "{table}");
    }
    assert_eq!(scored(&["--separator", "|"], "a|b|c|d\n3|0|0|2\n"), [row("2")]);
    assert_eq!(scored(&[], "sep=;\na;b;c;d\n3;0;0;2\n"), [row("3")]);
}

#[test]
fn what_an_answer_is_worth_counts_and_not_its_id() {
    // The id of the option that is worth 2 is 1: a 1 in a table is no answer, and a 2 is that one.
    let [line] = scored(&["--partial"], "a,c\n2,2\n").try_into().unwrap();
    assert_eq!(line, "2,,,1,,2,1,,2,false");
}

#[test]
fn answers_left_out_are_empty_or_one_of_the_codes() {
    let wanted = scored(&[], "a,b,c,d\n3,,0,\n");
    let codes = ["--missing", "NA,-9,99"];
    for cells in ["3,NA,0,-9", "3,99,0, ", "3,-9.0,0,99.0", "3,NA,0,NA"] {
        assert_eq!(scored(&codes, &format!("a,b,c,d\n{cells}\n")), wanted, "{cells}");
    }
}

#[test]
fn a_long_table_says_the_same_as_a_wide_one() {
    let long = ["--long", "--id", "who"];
    let table = "who,item,value\nx,a,3\nx,b,0\nx,c,0\nx,d,2\ny,d,2\ny,c,0\ny,b,0\ny,a,3\n";
    assert_eq!(scored(&long, table), [row("2,x"), row("6,y")]);
    let named = [&long[..], &["--item", "q", "--value", "v"]].concat();
    assert_eq!(scored(&named, "q;who;v\na;x;3\nb;x;0\nc;x;0\nd;x;2\n"), [row("2,x")]);
}

#[test]
fn several_files_become_one_table_that_names_them() {
    let folder = Folder::new();
    folder.write("one.csv", "a,b,c,d\n3,0,0,2\n");
    folder.write("two.csv", "d,c,b,a\n7,0,0,3\n2,0,0,3\n");
    let words = ["score", "--instrument", "small.json", "one.csv", "two.csv", "-o", "out.csv"];
    let ended = folder.run(&words, "");
    assert_eq!(ended.code, 2, "{}", ended.told);
    let out = folder.read("out.csv");
    let rows: Vec<&str> = out.lines().skip(1).collect();
    assert_eq!(rows, [row("2,one.csv"), row("3,two.csv")]);
    assert!(ended.told.contains("two.csv: row 2: d is '7'"), "{}", ended.told);
}

#[test]
fn columns_that_are_not_read_are_named() {
    let ended = Folder::new().score(&[], "age,a,b,c,d,sex\n44,3,0,0,2,f\n");
    assert!(ended.told.starts_with("not read: age, sex\n"), "{}", ended.told);
}
