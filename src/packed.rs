//! What the build has read and checked already, as the one file for the built-in questions holds it: values in a
//! fixed order, without names. Reading it takes a fraction of the code that reading a file of anybody's takes.
//!
//! The build that packs is the one that makes the reader, so nothing here is in doubt: where something is not
//! there all the same, nothing stands in its place.

use std::vec::IntoIter;

use crate::tree::Tree;

/// What is left of a packed list.
#[derive(Debug)]
pub struct Unpacking(IntoIter<Tree>);

impl Unpacking {
    /// Of a whole list; of anything else nothing.
    #[must_use]
    pub fn new(tree: Tree) -> Self {
        let Tree::List(all) = tree else { return Self(Vec::new().into_iter()) };
        Self(all.into_iter())
    }

    /// The next value.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> Tree {
        self.0.next().unwrap_or(Tree::Null)
    }

    /// The next number.
    #[inline(never)]
    fn number(&mut self) -> f64 {
        let Tree::Number(number) = self.next() else { return 0.0 };
        number
    }

    /// Whether something follows.
    #[inline(never)]
    fn is_there(&mut self) -> bool {
        self.next() == Tree::Bool(true)
    }
}

/// What can be packed.
pub trait Packed: Sized {
    /// Puts the value after what is packed already.
    fn pack(&self, to: &mut Vec<Tree>);

    /// Takes it out again.
    fn unpack(from: &mut Unpacking) -> Self;
}

impl Packed for String {
    fn pack(&self, to: &mut Vec<Tree>) {
        to.push(Tree::Text(self.clone()));
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacking) -> Self {
        let Tree::Text(text) = from.next() else { return String::new() };
        text
    }
}

impl Packed for bool {
    fn pack(&self, to: &mut Vec<Tree>) {
        to.push(Tree::Bool(*self));
    }

    fn unpack(from: &mut Unpacking) -> Self {
        from.is_there()
    }
}

macro_rules! packed_numbers {
    ($($kind:ty),*) => {$(
        impl Packed for $kind {
            fn pack(&self, to: &mut Vec<Tree>) {
                to.push(Tree::Number(*self as f64));
            }

            fn unpack(from: &mut Unpacking) -> Self {
                from.number() as $kind
            }
        }
    )*};
}

packed_numbers!(u8, i16, u32, usize, f64);

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Vec<Tree>) {
        match self {
            Some(value) => {
                to.push(Tree::Bool(true));
                value.pack(to);
            }
            None => to.push(Tree::Null),
        }
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacking) -> Self {
        if from.is_there() { Some(T::unpack(from)) } else { None }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Vec<Tree>) {
        self.len().pack(to);
        self.iter().for_each(|each| each.pack(to));
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacking) -> Self {
        let length = usize::unpack(from);
        let mut all = Vec::new();
        while all.len() < length {
            all.push(T::unpack(from));
        }
        all
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn pack(&self, to: &mut Vec<Tree>) {
        self.iter().for_each(|each| each.pack(to));
    }

    fn unpack(from: &mut Unpacking) -> Self {
        std::array::from_fn(|_| T::unpack(from))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Vec<Tree>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacking) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Packs field after field. All fields have to be named.
macro_rules! packed_fields {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl crate::packed::Packed for $name {
            fn pack(&self, to: &mut Vec<crate::tree::Tree>) {
                $(crate::packed::Packed::pack(&self.$field, to);)*
            }

            fn unpack(from: &mut crate::packed::Unpacking) -> Self {
                Self { $($field: crate::packed::Packed::unpack(from)),* }
            }
        }
    )*};
}

/// Packs the place in the list of variants. All have to be named; what is in no place is the first.
macro_rules! packed_places {
    ($($name:ident { $first:ident $(, $variant:ident)* $(,)? })*) => {$(
        impl crate::packed::Packed for $name {
            fn pack(&self, to: &mut Vec<crate::tree::Tree>) {
                let all = [Self::$first $(, Self::$variant)*];
                let place = all.iter().position(|each| each == self).unwrap_or_default();
                crate::packed::Packed::pack(&place, to);
            }

            fn unpack(from: &mut crate::packed::Unpacking) -> Self {
                let all = [Self::$first $(, Self::$variant)*];
                all.get(usize::unpack(from)).copied().unwrap_or(Self::$first)
            }
        }
    )*};
}

pub(crate) use packed_fields;
pub(crate) use packed_places;
