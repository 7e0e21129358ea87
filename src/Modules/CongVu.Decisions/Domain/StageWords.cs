namespace CongVu.Decisions.Domain;

/// <summary>Runs through the processes of signing, in one word each, for messages.</summary>
internal static class StageWords
{
    public static string Of(CheckStage stage) => stage switch
    {
        CheckStage.Draft => "khi soạn",
        CheckStage.Submitted => "khi trình",
        CheckStage.Verified => "khi thẩm định",
        CheckStage.Signed => "khi ký",
        CheckStage.Imported => "khi hậu kiểm",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
