//! Every reason for which a row or a table is refused, by its number.

use crate::run::Folder;

fn told(more: &[&str], table: &str) -> String {
    let ended = Folder::new().score(more, table);
    assert_eq!(ended.code, 2, "{}{}", ended.out, ended.told);
    assert!(ended.told.contains(", 1 refused"), "{}", ended.told);
    ended.told.lines().filter(|line| line.starts_with("row ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_reason_is_told_with_its_row() {
    for (table, why) in [
        ("a,b,c,d\n0,0,0,11\n", "row 2: d is '11', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0,1\n", "row 2: d is '1', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0,-9\n", "row 2: d is '-9', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0,2.5\n", "row 2: d is '2.5', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0,often\n", "row 2: d is 'often', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0,NA\n", "row 2: d is 'NA', but its answers are 0, 2, 3"),
        ("a,b,c,d\n0,0,0\n", "row 2: has 3 cells, but there are 4 columns"),
        ("a,b,c,d\n0,0,0,0\n0,0,0,0,0\n", "row 3: has 5 cells, but there are 4 columns"),
        ("a,b,c,d\n\n\n7,0,0,0\n", "row 4: a is '7', but its answers are 0, 2, 3"),
        (
            "a,b,c,d\n9,0,8,0\n",
            "row 2: a is '9', but its answers are 0, 2, 3\nrow 2: c is '8', but its answers are 0, 2, 3",
        ),
    ] {
        assert_eq!(told(&[], table), why, "{table}");
    }
}

#[test]
fn who_has_no_id_is_refused_where_ids_are_asked_for() {
    assert_eq!(told(&["--id", "n"], "n,a,b,c,d\n ,0,0,0,0\n"), "row 2: has no id that can be read");
}

#[test]
fn bytes_that_are_no_text_are_refused_and_the_next_row_is_read() {
    let folder = Folder::new();
    let path = folder.write("latin.csv", b"a,b,c,d\n\xe9,0,0,0\n0,0,0,0\n");
    let words = ["score", "--instrument", "small.json", path.to_str().unwrap()];
    let ended = folder.run(&words, "");
    assert_eq!(ended.told, "row 2: a is no UTF-8\n1 scored, 1 refused\n");
}

#[test]
fn a_long_table_is_refused_person_by_person() {
    let long = ["--long", "--id", "id"];
    for (rows, why) in [
        ("x,a,9\nx,b,0\n", "row 2: a is '9', but its answers are 0, 2, 3"),
        ("x,a,0\nx,z,0\n", "row 3: 'z' is no item of this instrument"),
        ("x,a,0\nx,a,2\n", "row 3: a is there a second time"),
        ("x,a,0\nx,b\n", "row 3: has 2 cells, but there are 3 columns"),
        (",a,0\n", "row 2: has no id that can be read"),
        (
            "x,a,0\ny,a,0\nx,b,0\n",
            "row 4: 'x' was there before: rows of one person must stand together: sort them by the id",
        ),
    ] {
        assert_eq!(told(&long, &format!("id,item,value\n{rows}")), why, "{rows}");
    }
}

#[test]
fn a_table_without_its_columns_is_refused_as_a_whole() {
    for (more, table, why) in [
        (&[][..], "a,b,c\n0,0,0\n", "has no column for d: add them, or say --partial"),
        (&[], "a,b,c,D \n0,0,0,0\n", "has no column for d (is 'D' meant?)"),
        (
            &[],
            "w,x,y\n0,0,0\n",
            "names no item of this instrument in its first row: its columns are w, x, y",
        ),
        (&["--partial"], "w,x,y\n0,0,0\n", "names no item of this instrument"),
        (&[], "a,b,c,d,a\n0,0,0,0,0\n", "has the column a twice"),
        (&[], "a,b,c,d,item.a\n0,0,0,0,0\n", "has the column item.a twice"),
        (&["--long", "--id", "id"], "id,question,value\n", "has no column item"),
    ] {
        let ended = Folder::new().score(more, table);
        assert_eq!(ended.code, 1, "{table}");
        assert!(ended.told.contains(why), "{table}: {}", ended.told);
        assert_eq!(ended.out, "", "{table}");
    }
}

#[test]
fn a_quotation_mark_that_is_not_closed_does_not_fill_the_memory() {
    let table = format!("a,b,c,d\n0,0,0,0\n\"{}", "0,0,0,0\n".repeat(200_000));
    let ended = Folder::new().score(&[], &table);
    assert_eq!(ended.code, 1);
    assert!(ended.told.contains("is a quotation mark not closed?"), "{}", ended.told);
    assert_eq!(ended.out.lines().count(), 2, "whoever came before is scored");
}
