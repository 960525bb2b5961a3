"""All services in one process: worker threads take messages from the durable queue until nothing is left to do."""

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from shared.kernel.errors import Conflict, Unavailable
from shared.ports.bus import Delivery
from shared.ports.studio import Studio
from shared.service import Service

log = logging.getLogger(__name__)

IDLE_S = 0.05


@dataclass
class Runner:
    """Deals with messages on several threads. A full disk or a lost database stops it and is told to whoever waits."""

    studio: Studio
    services: Iterable[Service]
    workers: int = 2
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _broken: list[Exception] = field(default_factory=list)

    def start(self) -> None:
        """Begin; what a dead process had taken must have been recovered before."""
        by_name = {service.name: service for service in self.services}
        for n in range(self.workers):
            thread = threading.Thread(target=self._work, args=(by_name,), name=f"worker-{n}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def stop(self) -> None:
        """Finish what was taken and end. Messages not yet taken stay in the queue."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def wait(self, until: Callable[[], bool], every_s: float = 0.1) -> None:
        """Return when the condition holds; raises what broke the workers."""
        while not until():
            if self._broken:
                raise self._broken[0]
            self.studio.clock.sleep(every_s)

    def _work(self, services: dict[str, Service]) -> None:
        try:
            while not self._stop.is_set():
                delivery = self.studio.queue.take()
                if delivery is None:
                    self._stop.wait(IDLE_S)
                else:
                    self._deal_with(delivery, services[delivery.consumer])
        except Unavailable as error:
            log.info("storage is unavailable", extra={"reason": str(error)})
            self._broken.append(error)
            self._stop.set()

    def _deal_with(self, delivery: Delivery, service: Service) -> None:
        happened = delivery.happened
        try:
            service.handle(happened, self.studio)
        except Unavailable:
            raise
        except Conflict as error:
            self.studio.queue.failed(delivery, str(error))
        except Exception as error:  # a defect of one message must not stop the others: it is told, and ends as a letter
            log.exception("a reaction failed", extra={"stream": happened.stream, "cause": happened.cause})
            self.studio.queue.failed(delivery, f"{type(error).__name__}: {error}")
        else:
            self.studio.queue.done(delivery)
