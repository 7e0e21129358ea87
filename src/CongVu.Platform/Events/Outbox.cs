using System.Text.Json;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Events;

/// <summary>News that travels to modules above. The publisher owns the type, in its Contracts.</summary>
public interface IDomainEvent;

/// <summary>Receives one kind of news. Delivered at least once, in its own scope, after the publisher's commit.</summary>
public abstract class EventHandler<T> where T : IDomainEvent
{
    /// <summary>Handles the event; must bear being called twice with the same one.</summary>
    public abstract Task HandleAsync(T news, CancellationToken ct);
}

/// <summary>
/// The outbox: publishing adds one job per subscribed handler to the publisher's transaction, so that news is neither lost
/// nor told of something that did not happen.
/// </summary>
public sealed class Outbox(JobQueue jobs, IEnumerable<EventSubscription> subscriptions)
{
    /// <summary>Publishes with the caller's next save.</summary>
    public void Publish<T>(T news) where T : IDomainEvent
    {
        foreach (var subscription in subscriptions.Where(s => s.EventType == typeof(T)))
            jobs.Enqueue(subscription.JobKind, JsonSerializer.SerializeToElement(news, Json.Options));
    }
}

/// <summary>That a handler listens to an event.</summary>
public sealed record EventSubscription(Type EventType, string JobKind);

/// <summary>Registering event handlers.</summary>
public static class EventRegistration
{
    /// <summary>Subscribes <typeparamref name="THandler"/> to <typeparamref name="TEvent"/>.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : class, IDomainEvent where THandler : EventHandler<TEvent>
    {
        var kind = $"event:{typeof(TEvent).Name}:{typeof(THandler).Name}";
        services.AddScoped<THandler>();
        services.AddSingleton(new EventSubscription(typeof(TEvent), kind));
        services.AddScoped<JobHandler>(sp => new Delivery<TEvent>(kind, sp.GetRequiredService<THandler>()));
        return services;
    }

    private sealed class Delivery<T>(string kind, EventHandler<T> handler) : JobHandler where T : IDomainEvent
    {
        public override string Kind => kind;
        public override Task RunAsync(JobContext job, CancellationToken ct) => handler.HandleAsync(job.Payload<T>(), ct);
    }
}
