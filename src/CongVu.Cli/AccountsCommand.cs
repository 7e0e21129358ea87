using CongVu.Host.Practice;

namespace CongVu.Cli;

/// <summary>Lists the sign-ins of the practice province. Needs no database: they are the same in every practice province.</summary>
internal sealed class AccountsCommand : Command
{
    public override string Name => "accounts";
    public override string Usage => "accounts --practice";
    public override string About => "Liệt kê tài khoản của tỉnh luyện tập.";

    public override async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (!arguments.Flag("practice")) throw new UsageException("Chỉ liệt kê được tài khoản của tỉnh luyện tập.");
        arguments.End();
        await output.WriteLineAsync($"Tài khoản luyện tập (mật khẩu chung: {PracticeAccounts.Password}; mã xác thực hiện ngay trên trang đăng nhập bước hai):");
        foreach (var account in PracticeAccounts.All) await output.WriteLineAsync($"  {account.UserName,-10}  {account.About}");
        return 0;
    }
}
