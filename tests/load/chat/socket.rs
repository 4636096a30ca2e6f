//! A lean reader of live pages' sockets: it shares two cores with what it measures.

use std::cell::RefCell;
use std::io;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const SCRATCH_BYTES: usize = 256 * 1024;
const TEXT: u8 = 1;
const CLOSE: u8 = 8;
const PING: u8 = 9;

thread_local! {
    // One for all sockets: a thousand buffers would be the larger part of what this program does.
    static SCRATCH: RefCell<Vec<u8>> = RefCell::new(vec![0; SCRATCH_BYTES]);
}

/// One open socket.
pub struct Socket {
    stream: TcpStream,
    /// The beginning of a frame whose end has not come yet.
    begun: Vec<u8>,
}

impl Socket {
    /// Opens a socket with the bytes of this request, and says hello.
    pub async fn open(pod: SocketAddr, request: &[u8], hello: &str) -> io::Result<Socket> {
        let mut stream = TcpStream::connect(pod).await?;
        stream.set_nodelay(true)?;
        stream.write_all(request).await?;
        let mut head = Vec::with_capacity(512);
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            match stream.read(&mut byte).await? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                _ => head.push(byte[0]),
            }
            if head.len() > 8 * 1024 {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        if !head.starts_with(b"HTTP/1.1 101") {
            let first = String::from_utf8_lossy(&head).lines().next().unwrap_or_default().to_owned();
            return Err(io::Error::other(format!("the socket is refused: {first}")));
        }
        stream.write_all(&frame(TEXT, hello.as_bytes())).await?;
        Ok(Socket { stream, begun: Vec::new() })
    }

    /// Waits for something, and gives each message of it to `heard`. An error is the end of the socket.
    pub async fn hear(&mut self, mut heard: impl FnMut(&[u8])) -> io::Result<()> {
        self.stream.readable().await?;
        SCRATCH.with_borrow_mut(|scratch| {
            loop {
                let count = match self.stream.try_read(scratch) {
                    Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                    Ok(count) => count,
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                    Err(error) => return Err(error),
                };
                if self.begun.is_empty() {
                    let used = self.frames(&scratch[..count], &mut heard)?;
                    self.begun.extend_from_slice(&scratch[used..count]);
                } else {
                    self.begun.extend_from_slice(&scratch[..count]);
                    let begun = std::mem::take(&mut self.begun);
                    let used = self.frames(&begun, &mut heard)?;
                    self.begun.extend_from_slice(&begun[used..]);
                }
                if count < scratch.len() {
                    return Ok(());
                }
            }
        })
    }

    /// Gives the text of each whole frame to `heard`; answers how many bytes they were.
    fn frames(&mut self, bytes: &[u8], heard: &mut impl FnMut(&[u8])) -> io::Result<usize> {
        let mut at = 0;
        while let Some((kind, from, to)) = whole(&bytes[at..])? {
            let payload = &bytes[at + from..at + to];
            match kind {
                TEXT => heard(payload),
                PING => drop(self.stream.try_write(&frame(10, payload))),
                CLOSE => return Err(io::ErrorKind::ConnectionReset.into()),
                _ => (),
            }
            at += to;
        }
        Ok(at)
    }
}

/// Kind, and where what it says begins and ends, of the frame that begins here; nothing where it is not whole yet.
fn whole(bytes: &[u8]) -> io::Result<Option<(u8, usize, usize)>> {
    let [first, second, ..] = bytes else { return Ok(None) };
    if first & 0x80 == 0 || second & 0x80 != 0 {
        return Err(io::Error::other("a frame in pieces, or masked"));
    }
    let (from, length): (usize, usize) = match second & 0x7f {
        126 if bytes.len() >= 4 => (4, usize::from(u16::from_be_bytes([bytes[2], bytes[3]]))),
        127 if bytes.len() >= 10 => {
            let length = bytes[2..10].iter().fold(0_u64, |length, byte| (length << 8) | u64::from(*byte));
            (10, usize::try_from(length).unwrap_or(usize::MAX))
        }
        126 | 127 => return Ok(None), // its length has not come
        short => (2, usize::from(short)),
    };
    let to = from.saturating_add(length);
    Ok((bytes.len() >= to).then_some((first & 0x0f, from, to)))
}

/// A frame as clients send it: masked, with a mask that changes nothing.
fn frame(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x80 | kind];
    match u16::try_from(payload.len()) {
        Ok(short) if short < 126 => frame.push(0x80 | payload.len() as u8),
        _ => {
            frame.push(0x80 | 126);
            frame.extend_from_slice(&(payload.len() as u16).to_be_bytes());
        }
    }
    frame.extend_from_slice(&[0; 4]);
    frame.extend_from_slice(payload);
    frame
}
