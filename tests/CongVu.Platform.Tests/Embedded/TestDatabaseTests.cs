using CongVu.Testing;
using static CongVu.Platform.Tests.Embedded.DataFolder;

namespace CongVu.Platform.Tests.Embedded;

/// <summary>The databases tests are given are themselves held to their promise.</summary>
public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Copies_of_a_template_are_prepared_once_and_do_not_see_each_other()
    {
        var prepared = 0;
        async Task PrepareAsync(string connectionString)
        {
            Interlocked.Increment(ref prepared);
            await RunAsync(connectionString, "CREATE TABLE note AS SELECT 1 AS n");
        }
        string[] versions = [Guid.NewGuid().ToString()];

        var copies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestDatabase.CopyAsync("note", versions, PrepareAsync)));

        prepared.ShouldBe(1);
        await RunAsync(copies[0].ConnectionString, "UPDATE note SET n = 2");
        (await AskAsync<int>(copies[0].ConnectionString, "SELECT n FROM note")).ShouldBe(2);
        (await AskAsync<int>(copies[1].ConnectionString, "SELECT n FROM note")).ShouldBe(1);
        foreach (var copy in copies)
            await copy.DisposeAsync();
    }

    [Fact]
    public async Task A_database_is_gone_when_its_test_is_over()
    {
        await using var witness = await TestDatabase.EmptyAsync();
        var gone = await TestDatabase.EmptyAsync();
        await RunAsync(gone.ConnectionString, "CREATE TABLE note (n int)");
        await gone.DisposeAsync();

        (await AskAsync<bool>(witness.ConnectionString, $"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{gone.Name}')")).ShouldBeFalse();
    }
}
