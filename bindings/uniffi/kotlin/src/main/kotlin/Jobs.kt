package orgwarden

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * The events of a job as a flow, which ends with the job. Each event is told once, to whoever collects first. Not collecting to the end
 * does not stop the job: [ApplyJob.stop] does.
 */
fun ApplyJob.events(): Flow<Event> = flow {
    while (true) {
        emit(next() ?: return@flow)
    }
}

/** The same as JSON, with everything that this version has no types for. */
fun ApplyJob.eventsJson(): Flow<Json> = flow {
    while (true) {
        emit(nextJson() ?: return@flow)
    }
}
