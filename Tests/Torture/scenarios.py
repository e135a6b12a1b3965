"""What there is to play, in order."""

import dataclasses
import typing

import check_scenarios
import clock_scenarios
import command_scenarios
import database_scenarios
import disk_scenarios
import frozen_scenarios
import kill_scenarios
import network_scenarios
import script_scenarios
import standby_scenarios
import start_scenarios


@dataclasses.dataclass
class Scenario:
    name: str
    engine: str
    play: typing.Callable
    # Whether the short form plays it.
    is_quick: bool = False

    @property
    def about(self):
        return " ".join(self.play.__doc__.split()).split(". ")[0].rstrip(".")


ALL = [
    Scenario("checks", "sqlite", check_scenarios.checks),
    Scenario("kill", "sqlite", kill_scenarios.kill, is_quick=True),
    Scenario("sign-ins-killed", "sqlite", kill_scenarios.sign_ins_killed),
    Scenario("power-cut", "sqlite", kill_scenarios.power_cut, is_quick=True),
    Scenario("full-disk", "sqlite", disk_scenarios.full_disk, is_quick=True),
    Scenario("read-only-disk", "sqlite", disk_scenarios.read_only_disk, is_quick=True),
    Scenario("failing-disk", "sqlite", disk_scenarios.failing_disk, is_quick=True),
    Scenario("no-files-left", "sqlite", disk_scenarios.no_files_left),
    Scenario("clock", "sqlite", clock_scenarios.clock, is_quick=True),
    Scenario("commands-killed", "sqlite", command_scenarios.commands_killed),
    Scenario("any-call", "sqlite", script_scenarios.any_call),
    Scenario("hostile", "sqlite", script_scenarios.hostile),
    Scenario("start-together", "postgresql", start_scenarios.start_together),
    Scenario("servers-killed", "postgresql", database_scenarios.servers_killed, is_quick=True),
    Scenario("database-dies", "postgresql", database_scenarios.database_dies, is_quick=True),
    Scenario("connections-lost", "postgresql", database_scenarios.connections_lost),
    Scenario("locked-tables", "postgresql", database_scenarios.locked_tables),
    Scenario("takes-no-writes", "postgresql", database_scenarios.database_takes_no_writes),
    Scenario("ended-everywhere", "postgresql", frozen_scenarios.ended_everywhere),
    Scenario("servers-frozen", "postgresql", frozen_scenarios.servers_frozen),
    Scenario("bad-network", "postgresql", database_scenarios.bad_network),
    Scenario("tls", "postgresql", network_scenarios.tls, is_quick=True),
    Scenario("replica-takes-over", "postgresql", standby_scenarios.replica_takes_over),
    Scenario("pooler", "postgresql", standby_scenarios.pooler),
    Scenario("any-call-postgresql", "postgresql", script_scenarios.any_call_on_postgresql),
    Scenario("hostile-postgresql", "postgresql", script_scenarios.hostile_on_postgresql),
]
