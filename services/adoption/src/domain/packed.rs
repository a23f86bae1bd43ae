//! Columns of whole numbers as bytes, little end first: what is kept of many teams in one row.

/// What the bytes begin with, so that another layout is noticed.
const LAYOUT: u8 = 1;

/// Puts columns together.
#[derive(Debug)]
pub struct Packer(Vec<u8>);

impl Default for Packer {
    fn default() -> Self {
        Self(vec![LAYOUT])
    }
}

impl Packer {
    /// Adds a column.
    pub fn put<T: Packed>(&mut self, column: &[T]) {
        self.0.extend_from_slice(&(column.len() as u64).to_le_bytes());
        self.0.reserve(column.len() * T::SIZE);
        for number in column {
            number.write(&mut self.0);
        }
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Takes columns apart, in the order in which they were put.
#[derive(Debug)]
pub struct Unpacker<'a>(&'a [u8]);

impl<'a> Unpacker<'a> {
    /// Begins; `None` for another layout.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (layout, rest) = bytes.split_first()?;
        (*layout == LAYOUT).then_some(Self(rest))
    }

    /// The next column; `None` when the bytes are not what was packed.
    pub fn take<T: Packed>(&mut self) -> Option<Vec<T>> {
        let (length, rest) = self.0.split_first_chunk::<8>()?;
        let bytes = usize::try_from(u64::from_le_bytes(*length)).ok()?.checked_mul(T::SIZE)?;
        let (column, rest) = rest.split_at_checked(bytes)?;
        self.0 = rest;
        Some(column.chunks_exact(T::SIZE).map(T::read).collect())
    }
}

/// A whole number of a fixed size.
pub trait Packed: Copy {
    /// Bytes.
    const SIZE: usize;
    /// Adds it to bytes.
    fn write(self, out: &mut Vec<u8>);
    /// It, from exactly as many bytes.
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! packed {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            const SIZE: usize = size_of::<$number>();

            fn write(self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            fn read(bytes: &[u8]) -> Self {
                bytes.try_into().map_or(0, <$number>::from_le_bytes)
            }
        }
    )*};
}
packed!(u32, i32, i64);

impl Packed for bool {
    const SIZE: usize = 1;

    fn write(self, out: &mut Vec<u8>) {
        out.push(u8::from(self));
    }

    fn read(bytes: &[u8]) -> Self {
        bytes != [0]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn columns_come_back_as_they_were(a in prop::collection::vec(any::<u32>(), 0..40), b in prop::collection::vec(any::<i64>(), 0..40), c in prop::collection::vec(any::<bool>(), 0..40)) {
            let mut packer = Packer::default();
            packer.put(&a);
            packer.put(&b);
            packer.put(&c);
            let bytes = packer.finish();
            let mut unpacker = Unpacker::new(&bytes).expect("the same layout");
            prop_assert_eq!(unpacker.take::<u32>(), Some(a));
            prop_assert_eq!(unpacker.take::<i64>(), Some(b));
            prop_assert_eq!(unpacker.take::<bool>(), Some(c));
            prop_assert_eq!(unpacker.take::<u32>(), None);
        }
    }

    #[test]
    fn what_is_cut_off_or_of_another_layout_is_refused() {
        let mut packer = Packer::default();
        packer.put(&[1_i32, 2, 3]);
        let bytes = packer.finish();
        assert_eq!(Unpacker::new(&bytes[..bytes.len() - 1]).and_then(|mut u| u.take::<i32>()), None);
        assert!(Unpacker::new(&[0, 1, 2]).is_none());
    }
}
