"""A neighbour on the network that runs python-zeroconf: resolves a name, or tells what comes and goes."""

import signal
import sys

from zeroconf import AddressResolverIPv4, AddressResolverIPv6, IPVersion, ServiceBrowser, ServiceListener, Zeroconf

PATIENCE_MS = 5000


class Teller(ServiceListener):
    """Prints one line for each service that comes or goes."""

    def add_service(self, zc, kind, name):
        info = zc.get_service_info(kind, name, PATIENCE_MS)
        if info is None:
            print("unresolved", name)
            return
        about = " ".join(f"{key.decode()}={(value or b'').decode()}" for key, value in info.properties.items())
        print("added", name, "host", info.server, "port", info.port, about, " ".join(info.parsed_addresses()))

    def update_service(self, zc, kind, name):
        pass

    def remove_service(self, zc, kind, name):
        print("removed", name)


with Zeroconf(ip_version=IPVersion.All) as zc:
    verb, what = sys.argv[1:]
    if verb == "resolve":
        for resolver in (AddressResolverIPv4(what + "."), AddressResolverIPv6(what + ".")):
            if resolver.request(zc, PATIENCE_MS):
                print("\n".join(resolver.parsed_addresses()))
    else:
        ServiceBrowser(zc, what + ".local.", Teller())
        print("watching")
        signal.pause()
