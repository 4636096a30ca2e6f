//! Where the box listens: one socket that takes IPv4 and IPv6.

use rustix::io::Errno;
use rustix::net::{AddressFamily, SocketFlags, SocketType, bind, listen, socket_with, sockopt};
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use tokio::net::TcpListener;

/// Connections that the system holds until they are accepted: as many as the standard library's and tokio's listeners.
const WAITING_MAX: i32 = 1_024;

/// Listens on an address. `0.0.0.0` and `[::]` both mean every address of the box, of both kinds: its name
/// is announced with all of them, and whoever found one must be answered there.
///
/// # Errors
/// When the address or the port cannot be had.
pub async fn listen_on(address: SocketAddr) -> io::Result<TcpListener> {
    if !address.ip().is_unspecified() {
        return TcpListener::bind(address).await;
    }
    match everywhere(address.port()) {
        // This system was built, or started, without IPv6.
        Err(Errno::AFNOSUPPORT | Errno::ADDRNOTAVAIL) => {
            TcpListener::bind((Ipv4Addr::UNSPECIFIED, address.port())).await
        }
        socket => TcpListener::from_std(socket?),
    }
}

fn everywhere(port: u16) -> Result<std::net::TcpListener, Errno> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let socket = socket_with(AddressFamily::INET6, SocketType::STREAM, flags, None)?;
    // Said, not hoped for: `net.ipv6.bindv6only` may be set on this system.
    sockopt::set_ipv6_v6only(&socket, false)?;
    // As the standard library does: a box that starts again need not wait for old connections to be forgotten.
    sockopt::set_socket_reuseaddr(&socket, true)?;
    bind(&socket, &SocketAddr::from((Ipv6Addr::UNSPECIFIED, port)))?;
    listen(&socket, WAITING_MAX)?;
    Ok(socket.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpStream;

    #[tokio::test]
    async fn every_address_means_those_of_both_kinds() {
        for every in ["0.0.0.0:0", "[::]:0"] {
            let listener = listen_on(every.parse().unwrap()).await.unwrap();
            let port = listener.local_addr().unwrap().port();
            for address in ["127.0.0.1", "::1"] {
                let address: std::net::IpAddr = address.parse().unwrap();
                assert!(TcpStream::connect((address, port)).await.is_ok(), "{every} at {address}");
            }
        }
    }

    #[tokio::test]
    async fn one_address_means_that_one_and_a_port_that_is_taken_is_refused() {
        let listener = listen_on("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(TcpStream::connect((Ipv6Addr::LOCALHOST, port)).await.is_err());
        assert!(listen_on(SocketAddr::from((Ipv4Addr::UNSPECIFIED, port))).await.is_err());
    }
}
