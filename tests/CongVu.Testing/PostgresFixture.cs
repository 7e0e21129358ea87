using CongVu.Platform.Modules;

namespace CongVu.Testing;

/// <summary>For <c>IClassFixture</c>: one database for the tests of a class. Derive from it to say which modules' schema it has.</summary>
public abstract class PostgresFixture : IAsyncLifetime
{
    private TestDatabase? _database;

    /// <summary>As the application's role.</summary>
    public string ConnectionString => _database?.ConnectionString ?? throw new InvalidOperationException("The fixture is not initialised yet.");

    /// <summary>Whose migrations are applied; null for an empty database.</summary>
    protected abstract ModuleList? Modules { get; }

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync() =>
        _database = Modules is { } modules ? await TestDatabase.MigratedAsync(modules) : await TestDatabase.EmptyAsync();

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
