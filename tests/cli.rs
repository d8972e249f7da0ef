//! The command line: every command, option and error, as people see them.
//!
//! Cases stand in `tests/cmd/`, and the README's are among them. `TRYCMD=overwrite cargo test --test cli` writes what the commands
//! print now; read the difference before you commit it.

#[test]
fn commands_print_what_the_cases_say() {
    trycmd::TestCases::new().case("tests/cmd/*.md").case("tests/cmd/*.toml").case("README.md");
}
