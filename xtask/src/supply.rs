//! What this project is made of: where every package comes from, under which licence, and that none of ours runs
//! anything before it is asked to. The licences stand in deny.toml.

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand, Package, Source, TargetKind};
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};
use toml::Table;

use crate::workspace::Workspace;

const LICENCES: &str = "deny.toml";
/// Where packages of JavaScript are used.
const FOLDERS: [&str; 2] = ["xtask", "tests"];
const LOCK: &str = "package-lock.json";
const QUIET: &str = "ignore-scripts=true";

/// Checks every rule, and says what breaks one.
pub fn broken(workspace: &Workspace) -> Result<Vec<String>> {
    let metadata = MetadataCommand::new()
        .manifest_path(workspace.path("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .context("cargo cannot say what this project depends on")?;
    let own = metadata.workspace_packages();
    let names = own.iter().map(|package| package.name.as_str()).collect::<Vec<_>>();
    let mut broken = crates(&table(workspace, "Cargo.lock")?, &names);
    broken.extend(licences(workspace, &metadata)?);
    for file in
        FOLDERS.iter().map(|folder| workspace.files(folder)).collect::<Result<Vec<_>>>()?.concat()
    {
        if let Some(folder) = file.strip_suffix(LOCK) {
            broken.extend(npm(&file, &workspace.json(&file)?));
            let settings = format!("{folder}.npmrc");
            broken.extend(quiet(&settings, &workspace.text(&settings).unwrap_or_default()));
        }
    }
    broken.extend(forbidden(&table(workspace, "Cargo.toml")?));
    for package in own {
        let manifest = std::fs::read_to_string(&package.manifest_path)
            .with_context(|| format!("cannot read {}", package.manifest_path))?;
        broken.extend(lints(&package.name, &manifest.parse()?));
        broken.extend(builds(package));
    }
    Ok(broken)
}

fn table(workspace: &Workspace, file: &str) -> Result<Table> {
    workspace.text(file)?.parse().with_context(|| format!("{file} is not valid TOML"))
}

/// Every crate comes from the public registry by its checksum, but for our own.
fn crates(lock: &Table, own: &[&str]) -> Vec<String> {
    let packages = lock.get("package").and_then(|packages| packages.as_array());
    let Some(packages) = packages else { return vec!["Cargo.lock: no packages".to_owned()] };
    let text = |package: &toml::Value, key| Some(package.get(key)?.as_str()?.to_owned());
    packages
        .iter()
        .filter_map(|package| {
            let name = text(package, "name").unwrap_or_default();
            match (text(package, "source"), text(package, "checksum")) {
                (Some(source), Some(_)) if is_public(&source) => None,
                (Some(source), _) if is_public(&source) => Some(format!(
                    "Cargo.lock: {name} has no checksum: let cargo write the file anew"
                )),
                (Some(source), _) => Some(format!(
                    "Cargo.lock: {name} comes from {source}: take it from the registry"
                )),
                (None, _) if own.contains(&name.as_str()) => None,
                (None, _) => Some(format!(
                    "Cargo.lock: {name} comes from a folder: take it from the registry"
                )),
            }
        })
        .collect()
}

/// Whether a source in Cargo.lock is the registry that cargo uses by itself.
fn is_public(source: &str) -> bool {
    Source { repr: source.to_owned() }.is_crates_io()
}

fn licences(workspace: &Workspace, metadata: &Metadata) -> Result<Vec<String>> {
    let list = table(workspace, LICENCES)?;
    let allowed = list
        .get("licenses")
        .and_then(|licences| licences.get("allow")?.as_array())
        .with_context(|| format!("{LICENCES} has no licenses.allow"))?;
    let allowed = allowed.iter().filter_map(|name| name.as_str()).collect::<Vec<_>>();
    let foreign = metadata.packages.iter().filter(|package| package.source.is_some());
    Ok(foreign
        .filter_map(|package| licence(&package.name, package.license.as_deref(), &allowed))
        .collect())
}

/// What a package may be used under is on the list.
fn licence(name: &str, licence: Option<&str>, allowed: &[&str]) -> Option<String> {
    let Some(licence) = licence else {
        return Some(format!("{name} names no licence: do without it"));
    };
    let listed = |wanted: &LicenseReq| allowed.contains(&wanted.to_string().as_str());
    match Expression::parse_mode(licence, ParseMode::LAX) {
        Ok(expression) if expression.evaluate(listed) => None,
        Ok(_) => Some(format!("{name} is under {licence}, which {LICENCES} does not allow")),
        Err(_) => Some(format!("{name} is under {licence}, which is no licence anybody knows")),
    }
}

/// Every package of JavaScript is known to the byte, whoever serves it: by itself, or in the one that it is packed into.
fn npm(file: &str, lock: &Value) -> Vec<String> {
    let Some(packages) = lock.get("packages").and_then(Value::as_object) else {
        return vec![format!("{file}: no packages: write it with a newer npm")];
    };
    let known = |path: &str| packages.get(path)?.get("integrity")?.as_str();
    let packed = |path: &str, package: &Value| {
        let outer = path.rsplit_once("/node_modules/").and_then(|(outer, _)| known(outer));
        outer.is_some() && package.get("inBundle").and_then(Value::as_bool) == Some(true)
    };
    let foreign = packages.iter().filter(|(path, _)| !path.is_empty());
    foreign
        .filter_map(|(path, package)| {
            if known(path).is_none() && !packed(path, package) {
                Some(format!("{file}: {path} has no integrity: let npm write the file anew"))
            } else if package.get("resolved").is_some() {
                Some(format!(
                    "{file}: {path} says where it comes from: set omit-lockfile-registry-resolved"
                ))
            } else {
                None
            }
        })
        .collect()
}

/// No package of JavaScript runs anything when it is installed, by us or by hand.
fn quiet(file: &str, settings: &str) -> Option<String> {
    let set = settings.lines().any(|line| line.trim() == QUIET);
    (!set).then(|| format!("{file}: write `{QUIET}` into it"))
}

fn forbidden(root: &Table) -> Option<String> {
    let lints = root.get("workspace").and_then(|workspace| workspace.get("lints")?.get("rust"));
    let level = lints.and_then(|lints| lints.get("unsafe_code")?.as_str());
    (level != Some("forbid")).then(|| {
        "Cargo.toml: write `unsafe_code = \"forbid\"` under workspace.lints.rust".to_owned()
    })
}

fn lints(name: &str, manifest: &Table) -> Option<String> {
    let inherited = manifest.get("lints").and_then(|lints| lints.get("workspace")?.as_bool());
    (inherited != Some(true))
        .then(|| format!("{name}: its Cargo.toml must say `workspace = true` under `[lints]`"))
}

/// None of our crates runs anything while it is built.
fn builds(package: &Package) -> Option<String> {
    let runs = |kind: &TargetKind| matches!(kind, TargetKind::CustomBuild | TargetKind::ProcMacro);
    let found = package.targets.iter().find(|target| target.kind.iter().any(runs))?;
    Some(format!("{}: {} runs while it is built: move it to xtask", package.name, found.src_path))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lock(package: &str) -> Result<Vec<String>> {
        Ok(crates(&format!("[[package]]\nname = \"a\"\n{package}").parse()?, &["own"]))
    }

    #[test]
    fn a_crate_from_anywhere_but_the_registry_is_named() -> Result<()> {
        let ours = Workspace::here()?.text("Cargo.lock")?;
        let good = ours.lines().find(|line| line.starts_with("source = ")).context("no source")?;
        let good = format!("{good}\n");
        assert_eq!(lock(&format!("{good}checksum = \"1\""))?, Vec::<String>::new());
        assert!(lock(&good)?.concat().contains("a has no checksum"));
        for source in ["git+https://example.org/a#1", "registry+https://example.org/index"] {
            let found = lock(&format!("source = \"{source}\"\nchecksum = \"1\""))?.concat();
            assert!(found.contains(&format!("a comes from {source}")), "{found}");
        }
        assert!(lock("")?.concat().contains("a comes from a folder"));
        assert!(crates(&"[[package]]\nname = \"own\"".parse()?, &["own"]).is_empty());
        assert!(!crates(&Table::new(), &[]).is_empty());
        Ok(())
    }

    #[test]
    fn a_licence_that_is_not_on_the_list_is_named() {
        let check = |words: &str| licence("a", Some(words), &["MIT", "Zlib"]).is_none();
        for good in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "MIT AND Zlib", "Apache-2.0 / MIT"]
        {
            assert!(check(good), "{good}");
        }
        for bad in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "MIT WITH LLVM-exception", "ask us", ""]
        {
            assert!(!check(bad), "{bad}");
        }
        assert!(licence("a", None, &["MIT"]).is_some());
    }

    #[test]
    fn a_package_of_javascript_without_integrity_is_named() {
        let check = |package: Value| {
            npm("l", &json!({ "packages": { "": {}, "node_modules/a": package } }))
        };
        assert!(check(json!({ "integrity": "sha512-x" })).is_empty());
        assert_eq!(check(json!({})).len(), 1);
        assert_eq!(check(json!({ "integrity": true })).len(), 1);
        assert_eq!(check(json!({ "integrity": "sha512-x", "resolved": "git+ssh://x" })).len(), 1);
        assert_eq!(npm("l", &json!({ "dependencies": {} })).len(), 1);
        let packed = |outer: Value, inner: Value| {
            npm("l", &json!({ "packages": { "a": outer, "a/node_modules/b": inner } })).len()
        };
        let (known, inside) = (json!({ "integrity": "sha512-x" }), json!({ "inBundle": true }));
        assert_eq!(packed(known.clone(), inside.clone()), 0);
        assert_eq!(packed(known, json!({ "inBundle": false })), 1);
        assert_eq!(packed(json!({}), inside), 2);
    }

    #[test]
    fn a_folder_whose_packages_may_run_scripts_is_named() {
        assert_eq!(quiet("f", "ignore-scripts=true\n"), None);
        assert!(quiet("f", "").is_some());
        assert!(quiet("f", "# ignore-scripts=true").is_some());
        assert!(quiet("f", "ignore-scripts=false").is_some());
    }

    #[test]
    fn a_crate_that_may_be_unsafe_is_named() -> Result<()> {
        assert_eq!(forbidden(&"[workspace.lints.rust]\nunsafe_code = \"forbid\"".parse()?), None);
        assert!(forbidden(&"[workspace.lints.rust]\nunsafe_code = \"deny\"".parse()?).is_some());
        assert!(forbidden(&Table::new()).is_some());
        assert_eq!(lints("a", &"[lints]\nworkspace = true".parse()?), None);
        assert!(lints("a", &"[lints]\nworkspace = false".parse()?).is_some());
        assert!(lints("a", &Table::new()).is_some());
        Ok(())
    }

    #[test]
    fn a_crate_of_ours_that_runs_while_it_is_built_is_named() -> Result<()> {
        let with = |kind: &str| -> Result<Option<String>> {
            let package = json!({
                "name": "a", "version": "1.0.0", "id": "a", "dependencies": [], "features": {},
                "manifest_path": "/a/Cargo.toml",
                "targets": [{ "name": "t", "kind": [kind], "crate_types": ["bin"], "src_path": "/a/t.rs" }],
            });
            Ok(builds(&serde_json::from_value(package)?))
        };
        assert_eq!(with("lib")?, None);
        assert!(with("custom-build")?.is_some());
        assert!(with("proc-macro")?.is_some());
        Ok(())
    }

    #[test]
    fn this_repository_keeps_the_rules() -> Result<()> {
        assert_eq!(broken(&Workspace::here()?)?, Vec::<String>::new());
        Ok(())
    }
}
