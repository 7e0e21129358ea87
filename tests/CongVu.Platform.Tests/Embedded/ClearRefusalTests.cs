using CongVu.Platform.Data.Embedded;

namespace CongVu.Platform.Tests.Embedded;

/// <summary>What an operator reads when the server cannot be had.</summary>
public sealed class ClearRefusalTests
{
    [Fact]
    public async Task Without_a_server_on_the_machine_it_says_what_to_install_and_makes_nothing()
    {
        await using var data = DataFolder.Named();

        var missing = await Should.ThrowAsync<PostgresMissingException>(
            () => EmbeddedPostgres.StartAsync(data.Options with { ProgramFolders = ["/nowhere", "/usr/share"] }));

        missing.Code.ShouldBe("postgres-missing");
        missing.Message.ShouldContain("chưa có máy chủ PostgreSQL");
        missing.Message.ShouldContain("install postgresql");
        missing.Message.ShouldContain("ConnectionStrings__CongVu");
        Directory.Exists(Path.Combine(data.Path, "postgres")).ShouldBeFalse();
    }

    [Fact]
    public void A_server_older_than_15_is_refused_by_number()
    {
        var old = Should.Throw<PostgresMissingException>(() => PostgresPrograms.Choose([new("/usr/lib/postgresql/13/bin", 13)], null));

        old.Code.ShouldBe("postgres-too-old");
        old.Message.ShouldContain("PostgreSQL 13");
        old.Message.ShouldContain("cần bản 15 trở lên");
    }

    [Fact]
    public void The_newest_server_makes_a_new_cluster_and_an_old_cluster_keeps_its_own()
    {
        PostgresPrograms[] found = [new("/a", 15), new("/b", 17), new("/c", 16)];

        PostgresPrograms.Choose(found, null).Major.ShouldBe(17);
        PostgresPrograms.Choose(found, 15).Folder.ShouldBe("/a");
    }

    [Fact]
    public async Task Data_of_another_major_version_is_left_alone_and_named()
    {
        await using var data = DataFolder.Named();
        var version = WriteVersion(data, 12);

        var differs = await Should.ThrowAsync<PostgresMissingException>(data.StartAsync);

        differs.Code.ShouldBe("postgres-version-differs");
        differs.Message.ShouldContain("do PostgreSQL 12 tạo");
        differs.Message.ShouldContain("Dữ liệu được giữ nguyên");
        File.ReadAllText(version).ShouldBe("12\n");
    }

    [Fact]
    public async Task A_lost_password_file_is_named()
    {
        await using var data = DataFolder.Named();
        WriteVersion(data, (await PostgresPrograms.FindAsync(null, null, default)).Major);

        var lost = await Should.ThrowAsync<EmbeddedPostgresException>(data.StartAsync);

        lost.Code.ShouldBe("password-lost");
        lost.Message.ShouldContain("app.password");
    }

    [Fact]
    public async Task A_pointer_to_a_cluster_that_is_gone_never_starts_an_empty_one_instead()
    {
        await using var data = DataFolder.Named();
        Directory.CreateDirectory(data.Path);
        File.WriteAllText(Path.Combine(data.Path, "postgres.location"), "# chuyển đi\n/var/lib/congvu/khong-con\n");

        var lost = await Should.ThrowAsync<EmbeddedPostgresException>(data.StartAsync);

        lost.Code.ShouldBe("data-lost");
        lost.Message.ShouldContain("/var/lib/congvu/khong-con");
        Directory.GetDirectories(data.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_where_the_data_folder_should_be_is_named()
    {
        await using var data = DataFolder.Named();
        File.WriteAllText(data.Path, "a note somebody saved here");

        var unusable = await Should.ThrowAsync<EmbeddedPostgresException>(data.StartAsync);

        unusable.Code.ShouldBe("folder-unusable");
        unusable.Message.ShouldContain(data.Path);
        unusable.Message.ShouldContain("CONGVU_DATA");
    }

    [Theory]
    [InlineData("PANIC:  could not write to file \"pg_wal/xlogtemp.7\": No space left on device", "disk-full", "đã đầy")]
    [InlineData("initdb: error: could not access directory \"/x\": Permission denied", "permission-denied", "không có quyền")]
    [InlineData("LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use", "port-taken", "bị chương trình khác chiếm")]
    [InlineData("FATAL:  database files are incompatible with server", "postgres-version-differs", "phiên bản PostgreSQL khác")]
    [InlineData("FATAL:  lock file \"postmaster.pid\" already exists", "data-in-use", "đang mở dữ liệu")]
    [InlineData("FATAL:  could not map anonymous shared memory: Cannot allocate memory", "no-memory", "không đủ bộ nhớ")]
    [InlineData("FATAL:  something never seen", "start-failed", "được giữ nguyên")]
    public void What_the_server_complains_of_is_told_in_Vietnamese_with_its_own_words_below(string said, string code, string told)
    {
        var explained = ServerComplaint.Explain(said, "/srv/congvu/postgres");

        explained.Code.ShouldBe(code);
        explained.Message.ShouldContain(told);
        explained.Message.ShouldContain(said);
    }

    [Fact]
    public async Task A_broken_setting_fails_at_once_with_the_reason_the_server_gave()
    {
        await using var data = DataFolder.Named();
        await using (await data.StartAsync())
        {
        }
        File.AppendAllText(Path.Combine(data.Home, "cluster", "postgresql.conf"), "\nmax_connections = rất nhiều\n");

        var failed = await Should.ThrowAsync<EmbeddedPostgresException>(data.StartAsync);

        failed.Code.ShouldBe("start-failed");
        failed.Message.ShouldContain("postgresql.conf");
    }

    private static string WriteVersion(DataFolder data, int major)
    {
        var cluster = Directory.CreateDirectory(Path.Combine(data.Path, "postgres", "cluster"));
        var version = Path.Combine(cluster.FullName, "PG_VERSION");
        File.WriteAllText(version, $"{major}\n");
        return version;
    }
}
