//! Has the page embedded anew when it was built anew; both folders exist in every clone.

fn main() {
    println!("cargo:rerun-if-changed=../web/dist");
    println!("cargo:rerun-if-changed=../examples/queries");
}
