//! Bounds the size of each gRPC message in a body, whichever way it goes.
//!
//! A message has a prefix of five bytes: whether it is compressed, and its length. The length is checked before the message
//! is held anywhere.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::{Buf, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tonic::{Status, body::Body};

/// What a message that is too large does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    /// It fails the reader, who answers with the status.
    Fails,
    /// It ends the body with the status in the trailers, where a client finds it.
    EndsWithStatus,
}

/// A body whose messages are bounded.
pub(crate) struct Bounded {
    body: Body,
    prefixes: Prefixes,
    excess: Excess,
    ended: bool,
}

impl Bounded {
    pub(crate) fn new(body: Body, limit: usize, excess: Excess) -> Self {
        Self { body, prefixes: Prefixes::new(limit), excess, ended: false }
    }
}

impl HttpBody for Bounded {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let frame = match std::task::ready!(Pin::new(&mut self.body).poll_frame(cx)) {
            Some(Ok(frame)) => frame,
            Some(Err(status)) => return Poll::Ready(Some(Err(status))),
            None => return Poll::Ready(None),
        };
        let Some(data) = frame.data_ref() else { return Poll::Ready(Some(Ok(frame))) };
        let Err(status) = self.prefixes.read(data) else { return Poll::Ready(Some(Ok(frame))) };
        self.ended = true;
        Poll::Ready(Some(match self.excess {
            Excess::Fails => Err(status),
            Excess::EndsWithStatus => {
                let mut trailers = http::HeaderMap::new();
                status.add_header(&mut trailers).map(|()| Frame::trailers(trailers))
            }
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.ended || self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Follows the prefixes through the pieces in which a body arrives.
#[derive(Debug)]
struct Prefixes {
    limit: usize,
    /// The prefix, as far as it has arrived.
    prefix: [u8; 5],
    have: usize,
    /// What is still to come of the message.
    left: usize,
}

impl Prefixes {
    fn new(limit: usize) -> Self {
        Self { limit, prefix: [0; 5], have: 0, left: 0 }
    }

    fn read(&mut self, mut data: &[u8]) -> Result<(), Status> {
        while !data.is_empty() {
            let skip = self.left.min(data.len());
            self.left -= skip;
            data.advance(skip);
            let take = (5 - self.have).min(data.len());
            self.prefix[self.have..self.have + take].copy_from_slice(&data[..take]);
            self.have += take;
            data.advance(take);
            if self.have == 5 {
                self.have = 0;
                let [_, a, b, c, d] = self.prefix;
                self.left = u32::from_be_bytes([a, b, c, d]) as usize;
                if self.left > self.limit {
                    let (left, limit) = (self.left, self.limit);
                    return Err(Status::resource_exhausted(format!(
                        "a message of {left} bytes is larger than the limit of {limit}"
                    )));
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn message(length: usize) -> Vec<u8> {
        let mut out = vec![0];
        out.extend(u32::try_from(length).unwrap().to_be_bytes());
        out.extend(std::iter::repeat_n(7, length));
        out
    }

    proptest! {
        #[test]
        fn messages_are_measured_however_they_are_cut(lengths in proptest::collection::vec(0_usize..60, 1..6), cut in 1_usize..9) {
            let bytes: Vec<u8> = lengths.iter().flat_map(|l| message(*l)).collect();
            let mut prefixes = Prefixes::new(40);
            let result = bytes.chunks(cut).try_for_each(|piece| prefixes.read(piece));
            prop_assert_eq!(result.is_ok(), lengths.iter().all(|l| *l <= 40));
        }
    }

    #[test]
    fn a_length_is_refused_before_the_message_comes() {
        let mut prefixes = Prefixes::new(1024);
        let status = prefixes.read(&[0, 0xFF, 0xFF, 0xFF, 0xFF]).unwrap_err();
        assert_eq!(status.code(), tonic::Code::ResourceExhausted);
    }
}
