/// The events of a job as a sequence, which ends with the job. Each event is told once. Breaking off does not stop the job: `stop()` does.
extension ApplyJob {
    public var events: AsyncThrowingStream<Event, Error> {
        AsyncThrowingStream { try await self.next() }
    }
}
